package microstorm.report.imports;

import static microstorm.report.imports.ImportingTeam.TWO_SESSIONS;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.Test;

/** Logs that still have what was removed from their sessions. */
@ReportServiceTest
class RemovedContentTest {

  private static final String PLACEHOLDER = "An idea was removed by the facilitator.";

  @Inject DataSource database;

  private final ImportingTeam team = new ImportingTeam();
  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");

  /** A line of the log that is also an action, and causes a warning that quotes it. */
  private final String log =
      TWO_SESSIONS.replace("- an idea\n", "- [ ] Ana: ideaâ€™s " + word + "\n");

  private void redact(TestEvents.Event parsed) throws Exception {
    ObjectNode event = OtherServices.ideaEvent("microstorm.idea.redacted.v1");
    event.put("ideaId", parsed.payload().path("ideas").get(0).path("id").asText());
    event.put("links", 0);
    OtherServices.publishIdeaEvent(
        "microstorm.idea.redacted.v1", UUID.fromString(parsed.key()), event);
    await("the redaction").until(() -> WholeDatabase.tablesWith(database, word).isEmpty());
  }

  @Test
  void neitherTheLogNorAnImportHasIt() throws Exception {
    JsonPath first = team.accepted(log);
    assertThat(first.getList("warnings.code")).contains("mojibake");
    List<TestEvents.Event> parsed = team.published(first);
    parsed.forEach(OtherServices::takeIn);
    team.awaitState(first, "complete");
    assertThat(WholeDatabase.tablesWith(database, word)).contains("report_idea", "log_layout");

    redact(parsed.get(0));
    assertThat(team.export()).isEqualTo(log.replaceAll("- \\[ ] Ana.*", "- " + PLACEHOLDER));
    assertThat(team.status(first).getString("state")).isEqualTo("complete");

    JsonPath again = team.accepted(log);
    assertThat(again.getInt("sessions.changed")).isEqualTo(1);
    List<TestEvents.Event> all = team.published(again);
    assertThat(all.get(all.size() - 1).payload().path("logRevision").asInt()).isEqualTo(2);
    assertThat(all.get(all.size() - 1).payload().toString())
        .contains(PLACEHOLDER)
        .doesNotContain(word);
    await("the outbox").until(() -> WholeDatabase.tablesWith(database, word).isEmpty());
    OtherServices.takeIn(all.get(all.size() - 1));
    team.awaitState(again, "complete");
    assertThat(team.accepted(log).getInt("sessions.unchanged")).isEqualTo(2);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    assertThat(team.export()).contains(PLACEHOLDER).doesNotContain(word);
  }
}

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
    JsonPath first = importedAndRedacted();
    assertThat(first.getList("warnings.code")).contains("mojibake");
    assertThat(team.export()).isEqualTo(log.replaceAll("- \\[ ] Ana.*", "- " + PLACEHOLDER));
    assertThat(team.status(first).getString("state")).isEqualTo("complete");

    JsonPath again = team.accepted(log);
    assertThat(again.getInt("sessions.changed")).isEqualTo(1);
    List<TestEvents.Event> all = team.published(again);
    assertThat(all.get(all.size() - 1).payload().path("logRevision").asInt()).isEqualTo(2);
    takeInLast(again);
    assertThat(team.accepted(log).getInt("sessions.unchanged")).isEqualTo(2);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    assertThat(team.export()).contains(PLACEHOLDER).doesNotContain(word);
  }

  /** The control is another team, which has removed nothing. */
  @Test
  void aCorrectedSessionIsRecognizedWithoutTheRemovedWords() throws Exception {
    JsonPath first = importedAndRedacted();
    String corrected = log.replace("**Title**: First", "**Title**: Firsts");

    JsonPath again = team.accepted(corrected);
    assertThat(again.getMap("sessions")).containsEntry("added", 0).containsEntry("changed", 1);
    assertThat(again.getString("found[0].kind")).isEqualTo("matched");
    assertThat(again.getString("found[0].matchedBy")).isEqualTo("same-text");
    assertThat(again.getString("found[0].sessionId"))
        .isEqualTo(first.getString("found[0].sessionId"));
    takeInLast(again);
    assertThat(team.export()).isEqualTo(corrected.replaceAll("- \\[ ] Ana.*", "- " + PLACEHOLDER));
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();

    new ImportingTeam().accepted(corrected);
    assertThat(WholeDatabase.tablesWith(database, word)).isNotEmpty();
  }

  @Test
  void aCorrectedSessionThatIsNotRecognizedHasNotTheRemovedWordsEither() throws Exception {
    importedAndRedacted();
    String other = log.replace("**Title**: First", "**Title**: About something else");

    JsonPath again = team.accepted(other);
    assertThat(again.getMap("sessions")).containsEntry("added", 1).containsEntry("absent", 1);
    assertThat(again.getString("found[0].reason")).contains("removed from another session");
    assertThat(again.getList("warnings.code")).doesNotContain("mojibake");
    takeInLast(again);
    assertThat(team.export()).contains("About something else").doesNotContain(word);
    assertThat(team.accepted(other).getMap("sessions"))
        .containsEntry("added", 0)
        .containsEntry("changed", 0)
        .containsEntry("unchanged", 2);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
  }

  private JsonPath importedAndRedacted() throws Exception {
    JsonPath accepted = team.accepted(log);
    List<TestEvents.Event> parsed = team.published(accepted);
    parsed.forEach(OtherServices::takeIn);
    team.awaitState(accepted, "complete");
    assertThat(WholeDatabase.tablesWith(database, word)).contains("report_idea", "log_layout");
    redact(parsed.get(0));
    return accepted;
  }

  private void takeInLast(JsonPath accepted) throws Exception {
    List<TestEvents.Event> all = team.published(accepted);
    TestEvents.Event last = all.get(all.size() - 1);
    assertThat(last.payload().toString()).contains(PLACEHOLDER).doesNotContain(word);
    OtherServices.takeIn(last);
    team.awaitState(accepted, "complete");
    await("the outbox").until(() -> WholeDatabase.tablesWith(database, word).isEmpty());
  }
}

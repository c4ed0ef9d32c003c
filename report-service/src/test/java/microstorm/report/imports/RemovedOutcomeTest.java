package microstorm.report.imports;

import static io.restassured.RestAssured.given;
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

/** The outcome of an imported session when one of its ideas is removed. */
@ReportServiceTest
class RemovedOutcomeTest {

  private static final String PLACEHOLDER = "An idea was removed by the facilitator.";

  @Inject DataSource database;

  private final ImportingTeam team = new ImportingTeam();
  private final String word = "secret" + UUID.randomUUID().toString().substring(0, 13);
  private final String log =
      """
      ### Session : 1

      **Date**: January 02, 2026 - Friday

      **Title**: Cheaper lunch

      - Soup
      - %1$s

      **Outcome**:
      - Criterion: Costs nothing
      - Comparison: idea 2 "%1$s"
        - of: %1$s
        - with: Bread
      - Group: Warm
        - idea 1 "Soup"
        - idea 2 "%1$s"
      - Dots: 3 for idea 1 "Soup"
      - Dots: 1 for idea 2 "%1$s"
      - Mark: 4.0 from 2 for criterion 1 and idea 1 "Soup"
      - Open action: Ask the cook
        - from: idea 2 "%1$s"
      - Open action: Buy bowls
      """
          .formatted(word);

  @Test
  void everythingButTheWordsOfTheIdeaStays() throws Exception {
    JsonPath accepted = team.accepted(log);
    assertThat(accepted.getList("warnings")).isEmpty();
    TestEvents.Event parsed = team.published(accepted).get(0);
    OtherServices.takeIn(parsed);
    team.awaitState(accepted, "complete");
    UUID session = UUID.fromString(parsed.key());
    assertThat(report(session).getList("outcome.comparisons")).as("control").hasSize(1);
    assertThat(WholeDatabase.tablesWith(database, word)).contains("log_layout");

    ObjectNode event = OtherServices.ideaEvent("microstorm.idea.taken-down.v1").put("links", 0);
    event.put("ideaId", parsed.payload().path("ideas").get(1).path("id").asText());
    OtherServices.publishIdeaEvent("microstorm.idea.taken-down.v1", session, event);
    await().until(() -> report(session).getList("ideas.removal").contains("taken-down"));
    JsonPath report = report(session);
    assertThat(report.getList("criteria.text")).containsExactly("Costs nothing");
    assertThat(report.getList("outcome.groups.ideaIds.flatten()")).hasSize(2);
    assertThat(report.getList("outcome.votes.votes")).containsExactly(3, 1);
    assertThat(report.getList("outcome.marks")).hasSize(1);
    assertThat(report.getList("outcome.actions.text")).containsExactly("Ask the cook", "Buy bowls");
    assertThat(report.getList("outcome.comparisons")).isEmpty();
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    assertThat(team.export())
        .contains(
            "- " + PLACEHOLDER, "- Dots: 3 for idea 1 \"Soup\"", "- Open action: Ask the cook")
        .doesNotContain(word);

    JsonPath again = team.accepted(log);
    OtherServices.takeIn(team.published(again).get(1));
    team.awaitState(again, "complete");
    assertThat(report(session).getList("outcome.actions.text"))
        .as("the next import")
        .containsExactly("Ask the cook", "Buy bowls");
    assertThat(report(session).getList("outcome.groups.ideaIds.flatten()")).hasSize(2);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
  }

  /** The words of a check box are those of its action. */
  @Test
  void theActionOfACheckBoxGoesWithItsWords() throws Exception {
    String boxes =
        log.replaceAll("(?s)\\*\\*Outcome.*", "")
            .replace("- Soup", "- [ ] Ada: soup")
            .replace("- s", "- [ ] s");
    JsonPath accepted = team.accepted(boxes);
    TestEvents.Event parsed = team.published(accepted).get(0);
    OtherServices.takeIn(parsed);
    team.awaitState(accepted, "complete");
    UUID session = UUID.fromString(parsed.key());
    assertThat(report(session).getList("outcome.actions.text")).containsExactly("soup", word);
    ObjectNode event = OtherServices.ideaEvent("microstorm.idea.redacted.v1").put("links", 0);
    event.put("ideaId", parsed.payload().path("ideas").get(1).path("id").asText());
    OtherServices.publishIdeaEvent("microstorm.idea.redacted.v1", session, event);
    await().until(() -> report(session).getList("ideas.removal").contains("redacted"));
    assertThat(report(session).getList("outcome.actions.text")).isEqualTo(List.of("soup"));
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
  }

  private JsonPath report(UUID session) {
    return given()
        .auth()
        .oauth2(team.token())
        .get("/api/reports/{id}", session)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}

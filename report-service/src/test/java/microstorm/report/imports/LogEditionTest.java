package microstorm.report.imports;

import static microstorm.report.imports.ImportingTeam.TWO_SESSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.Test;

/** Logs that are imported again, unchanged or as a later edition. */
@ReportServiceTest
class LogEditionTest {

  private final ImportingTeam team = new ImportingTeam();

  @Test
  void importingTheSameLogAgainChangesNothing() {
    JsonPath first = team.accepted(TWO_SESSIONS);
    team.published(first).forEach(OtherServices::takeIn);
    team.awaitState(first, "complete");
    int before = team.published(first).size();

    JsonPath again = team.accepted(TWO_SESSIONS);
    assertThat(again.getString("state")).isEqualTo("complete");
    assertThat(again.getString("message")).startsWith("Nothing to do");
    assertThat(again.getInt("sessions.unchanged")).isEqualTo(2);
    assertThat(again.getInt("sessions.complete")).isEqualTo(2);
    assertThat(again.getList("changes")).isEmpty();
    assertThat(team.published(first)).hasSize(before);
  }

  @Test
  void aLaterEditionReportsNewAndChangedSessions() {
    JsonPath first = team.accepted(TWO_SESSIONS);
    team.published(first).forEach(OtherServices::takeIn);
    team.awaitState(first, "complete");

    String later =
        TWO_SESSIONS.replace("- an idea\n", "- an idea\n- one more\n")
            + "\n### Session : 3\n\n**Date**: 2020-05-18\n\n**Title**: Third\n\n- idea\n";
    JsonPath second = team.accepted(later);
    assertThat(second.getInt("sessions.added")).isEqualTo(1);
    assertThat(second.getInt("sessions.changed")).isEqualTo(1);
    assertThat(second.getInt("sessions.unchanged")).isEqualTo(1);
    assertThat(second.getList("changes.title")).containsExactly("First", "Third");
    assertThat(second.getString("changes[0].details")).contains("one more");
    assertThat(second.getString("changes[0].sessionId"))
        .isEqualTo(first.getString("changes[0].sessionId"));
    assertThat(second.getInt("sessions.absent")).isZero();
  }

  @Test
  void sessionsMissingFromTheLogStayAndAreCounted() {
    JsonPath first = team.accepted(TWO_SESSIONS);
    team.published(first).forEach(OtherServices::takeIn);
    team.awaitState(first, "complete");
    JsonPath second =
        team.accepted(TWO_SESSIONS.substring(0, TWO_SESSIONS.indexOf("### Session : 2")));
    assertThat(second.getInt("sessions.absent")).isEqualTo(1);
    assertThat(team.export()).contains("Second");
  }

  @Test
  void wronglyEncodedCharactersAreRepairedOnRequestOnly() {
    byte[] log =
        TWO_SESSIONS.replace("an idea", "your servicesâ€™ idea").getBytes(StandardCharsets.UTF_8);
    JsonPath kept = team.post(log, "").statusCode(202).extract().jsonPath();
    assertThat(kept.getList("warnings.code")).contains("mojibake");
    JsonPath repaired = team.post(log, "?repair=true").statusCode(202).extract().jsonPath();
    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getList("warnings.code")).doesNotContain("mojibake");
    assertThat(repaired.getInt("sessions.changed")).isEqualTo(1);
  }

  /** The control is a later edition, whose own text replaces the earlier one with a warning. */
  @Test
  void aSecondFileDoesNotReplaceThePreambleOfTheFirst() throws IOException {
    String first = resource("14a-own-preamble.md");
    team.published(team.accepted(first)).forEach(OtherServices::takeIn);
    JsonPath second = team.accepted(resource("14b-second-file.md"));
    team.published(second).forEach(OtherServices::takeIn);
    team.awaitState(second, "complete");
    assertThat(second.getList("warnings.code")).containsExactly("frame-kept");
    assertThat(second.getString("warnings[0].message")).contains("\"Workshop\"", "Notes by Nora.");
    assertThat(second.getList("warnings[0].values.texts", String.class))
        .contains("Workshop", "Notes by Nora.");
    assertThat(team.export())
        .startsWith(first.substring(0, first.indexOf("### Session")))
        .contains("- two");

    JsonPath edition = team.accepted(first.replace("We meet on Fridays.", "We meet on Mondays."));
    assertThat(edition.getList("warnings.code")).containsExactly("frame-replaced");
    assertThat(edition.getString("warnings[0].message")).contains("We meet on Fridays.");
    assertThat(team.export()).contains("We meet on Mondays.", "- two");
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = LogEditionTest.class.getResourceAsStream("/logs/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editions in which the number, title or date of a session was corrected. */
@ReportServiceTest
class EditionMatchTest {

  private static final String LOG =
      """
      # A log

      ### Session : 1

      **Date**: May 07, 2020 - Thursday

      **Title**: Cheeper lunch

      **Participants**: Ana, & Ben

      #### Cooking
      - cook together, in the kitchen that nobody uses on Mondays
        - with a list of what everybody brings
      - order once a week from the place around the corner

      ### Session : 2

      **Date**: May 09, 2020 - Saturday

      **Title**: Second

      - another idea
      """;

  private static final String CORRECTED =
      LOG.replace("Cheeper lunch", "Cheaper lunch").replace("### Session : 1", "### Session : 4");

  @Inject DataSource database;
  private EditionTeam team;

  @BeforeEach
  void begin() {
    team = new EditionTeam(database);
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = EditionMatchTest.class.getResourceAsStream("/logs/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aCorrectedTitleAndDateAreTheSameSession() throws IOException {
    String slips = resource("13a-with-slips.md");
    String corrected = resource("13b-corrected.md");
    team.bring(slips);
    UUID session = team.onlySession();
    JsonPath status = team.bring(corrected);
    assertThat(team.onlySession()).isEqualTo(session);
    assertThat(team.export()).isEqualTo(corrected);
    assertThat(status.getInt("sessions.added")).isZero();
    assertThat(status.getInt("sessions.changed")).isEqualTo(1);
    assertThat(status.getInt("sessions.absent")).isZero();
    assertThat(status.getString("found[0].kind")).isEqualTo("matched");
    assertThat(status.getString("found[0].sessionId")).isEqualTo(session.toString());
    assertThat(status.getString("found[0].matchedBy")).isEqualTo("same-text");
    assertThat(status.getString("found[0].reason"))
        .isEqualTo("The text is the same, and so is the number.");
    assertThat(status.getMap("found[0].before"))
        .isEqualTo(Map.of("number", 1, "title", "Paralel work", "heldOn", "2020-05-07"));
    assertThat(status.getString("found[0].title")).isEqualTo("Parallel work");
    assertThat(status.getString("found[0].heldOn")).isEqualTo("2020-05-06");
    assertThat(status.getList("changes[0].details"))
        .containsExactly(
            "The title changed from \"Paralel work\" to \"Parallel work\".",
            "The date changed from 2020-05-07 to 2020-05-06.");

    JsonPath report = team.reports().get(session);
    assertThat(report.getString("title")).isEqualTo("Parallel work");
    assertThat(report.getString("heldOn")).isEqualTo("2020-05-06");
  }

  @Test
  void theSameCorrectionAgainChangesNothing() throws IOException {
    team.bring(resource("13a-with-slips.md"));
    team.bring(resource("13b-corrected.md"));
    Map<UUID, Integer> before = team.revisions();
    JsonPath again = team.bring(resource("13b-corrected.md"));
    assertThat(again.getString("message")).startsWith("Nothing to do");
    assertThat(again.getString("found[0].kind")).isEqualTo("unchanged");
    assertThat(again.getString("undoableUntil")).isNull();
    assertThat(team.revisions()).isEqualTo(before);
  }

  @Test
  void theEarlierEditionIsTheSameSessionToo() throws IOException {
    String slips = resource("13a-with-slips.md");
    team.bring(slips);
    UUID session = team.onlySession();
    team.bring(resource("13b-corrected.md"));
    JsonPath back = team.bring(slips);
    assertThat(team.onlySession()).isEqualTo(session);
    assertThat(back.getString("found[0].matchedBy")).isEqualTo("earlier-name");
    assertThat(team.export()).isEqualTo(slips);
  }

  @Test
  void ideasKeepTheirIdsAndNothingIsDuplicated() {
    team.bring(LOG);
    Map<UUID, JsonPath> before = team.reports();
    JsonPath status = team.bring(CORRECTED);
    assertThat(team.export()).isEqualTo(CORRECTED);
    assertThat(status.getList("found.kind")).containsExactly("matched", "unchanged");
    Map<UUID, JsonPath> after = team.reports();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (session, report) ->
            assertThat(after.get(session).getList("topics.ideas.flatten().id"))
                .isEqualTo(report.getList("topics.ideas.flatten().id")));
  }

  @Test
  void theNextEditionFindsTheSessionUnderItsNewDateAndTitle() {
    team.bring(LOG);
    team.bring(CORRECTED);
    UUID session = team.revisions().keySet().iterator().next();
    String next = CORRECTED.replace("order once a week", "order twice a week");
    JsonPath status = team.bring(next);
    assertThat(status.getList("found.kind")).containsExactly("changed", "unchanged");
    assertThat(status.getString("found[0].sessionId")).isEqualTo(session.toString());
    assertThat(team.export()).isEqualTo(next);
  }

  /** The old date and title belong to a second session now, whose derived id is taken. */
  @Test
  void aNewSessionMayHaveTheDateAndTitleThatAnotherOneHad() {
    team.bring(LOG);
    team.bring(CORRECTED);
    String both =
        CORRECTED
            + "\n### Session : 1\n\n**Date**: May 07, 2020 - Thursday\n\n"
            + "**Title**: Cheeper lunch\n\n- a new idea\n";
    JsonPath status = team.bring(both);
    assertThat(status.getList("found.kind")).containsExactly("unchanged", "unchanged", "added");
    assertThat(team.revisions()).hasSize(3);
    assertThat(team.export()).isEqualTo(both);
    assertThat(team.bring(both).getString("message")).startsWith("Nothing to do");
  }

  @Test
  void anUnclearSessionIsNewAndTheStatusSaysWhy() {
    String text = "- " + "a text that is long enough to be recognized, word by word\n- ".repeat(3);
    String one =
        "### Session : %d\n\n**Date**: 2020-05-0%d\n\n**Title**: %s\n\n" + text + "end\n\n";
    team.bring(one.formatted(1, 1, "A") + one.formatted(1, 2, "B"));
    JsonPath status = team.bring(one.formatted(1, 3, "C"));
    assertThat(status.getList("found.kind")).containsExactly("added");
    assertThat(status.getString("found[0].reason")).contains("More than one session");
    assertThat(team.revisions()).hasSize(3);
  }

  @Test
  void theHistoryOfTheSampleKeepsItsSessions() throws IOException {
    String log = Files.readString(Path.of("..", "samples", "micro-brainstorming.md"));
    team.bring(log);
    int sessions = team.revisions().size();
    List<String> numbers =
        log.lines().filter(line -> line.matches("### Session\\s*:\\s*\\d+.*")).toList();
    String last = numbers.get(numbers.size() - 1);
    String edition = log.replace(last, "### Session : 99");
    int title = edition.indexOf("**Title**:", edition.indexOf("### Session : 99"));
    int end = edition.indexOf('\n', title);
    edition = edition.substring(0, title) + "**Title**: Another title" + edition.substring(end);
    JsonPath status = team.bring(edition);
    assertThat(status.getInt("sessions.added")).isZero();
    assertThat(status.getList("found.kind")).containsOnlyOnce("matched");
    assertThat(team.revisions()).hasSize(sessions);
    assertThat(team.export()).isEqualTo(edition);
  }

  @Test
  void aWrongMatchIsSplitAndStaysSplit() {
    team.bring(LOG);
    Map<UUID, JsonPath> before = team.reports();
    JsonPath status = team.bring(CORRECTED);
    UUID session = UUID.fromString(status.getString("found[0].sessionId"));
    JsonPath split = team.split(status, session).statusCode(200).extract().jsonPath();
    assertThat(split.getUUID("sessionId")).isEqualTo(session);
    UUID other = split.getUUID("newSessionId");
    team.settle();

    assertThat(team.split(status, session).statusCode(200).extract().jsonPath().getMap(""))
        .as("repeated")
        .isEqualTo(split.getMap(""));
    assertThat(team.revisions()).hasSize(3).containsKeys(session, other);
    assertThat(team.reports().get(session).getMap(""))
        .usingRecursiveComparison()
        .isEqualTo(before.get(session).getMap(""));
    assertThat(team.reports().get(other).getString("title")).isEqualTo("Cheaper lunch");
    int second = LOG.indexOf("### Session : 2");
    int first = LOG.indexOf("### Session : 1");
    assertThat(team.export()).isEqualTo(LOG.substring(0, second) + CORRECTED.substring(first));

    JsonPath after = team.status(status);
    assertThat(after.getList("found.kind")).containsExactly("added", "unchanged");
    assertThat(after.getUUID("found[0].sessionId")).isEqualTo(other);
    assertThat(after.getInt("sessions.absent")).isEqualTo(1);
    assertThat(after.getString("state")).isEqualTo("complete");
    assertThat(team.bring(CORRECTED).getString("message")).startsWith("Nothing to do");
    assertThat(team.revisions()).hasSize(3);
  }

  /** The new session is gone, so only the choice that was kept prevents the match. */
  @Test
  void anUndoAfterASplitKeepsTheChoice() {
    team.bring(LOG);
    JsonPath status = team.bring(CORRECTED);
    UUID session = UUID.fromString(status.getString("found[0].sessionId"));
    team.split(status, session).statusCode(200);
    team.settle();
    team.undo(status).statusCode(200);
    team.settle();
    assertThat(team.export()).isEqualTo(LOG);
    JsonPath again = team.bring(CORRECTED);
    assertThat(again.getList("found.kind")).containsExactly("added", "unchanged");
    assertThat(team.revisions()).hasSize(3);
  }

  @Test
  void onlyMatchedSessionsOfOwnImportsAreSplit() {
    team.bring(LOG);
    JsonPath status = team.bring(CORRECTED);
    UUID matched = UUID.fromString(status.getString("found[0].sessionId"));
    UUID other = UUID.fromString(status.getString("found[1].sessionId"));
    assertThat(team.split(status, other).statusCode(409).extract().<String>path("type"))
        .endsWith("#session-not-matched");
    team.split(status, UUID.randomUUID()).statusCode(404);
    given()
        .auth()
        .oauth2(EditionTeam.stranger())
        .post("/api/logs/imports/{id}/sessions/{s}/split", status.getString("id"), matched)
        .then()
        .statusCode(404);

    JsonPath later = team.bring(CORRECTED.replace("order once", "order twice"));
    assertThat(team.split(status, matched).statusCode(409).extract().<String>path("detail"))
        .contains(later.getString("id"), "Undo it first.");
  }
}

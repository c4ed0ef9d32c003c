package microstorm.report.search;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.LiveSession;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** Search over HTTP, in reports that came as events. */
@ReportServiceTest
class SearchTest {

  private static final String SILENCE = "Two minutes of silence before meetings";
  private static final String GERMAN = "Sitzungen im kleinen Raum kürzen";
  private static final String PATH = "We measure the e-mail load, see foo.bar/baz_qux";
  private static final String CHINESE = "会议太长了，应该缩短";
  private static final String FRENCH = "Des réunions plus courtes";

  /** Not in the index, but differs from the reports; the other way round, too. */
  private static final String DIFFERENT =
      """
      with shown as (
        select shown.id, shown.kind, shown.session_id, report.team_id, shown.text
        from searchable_text shown join report on report.session_id = shown.session_id
        where report.phase = 'closed'),
      indexed as (select id, kind, session_id, team_id, text from search_entry)
      select (select count(*) from (table shown except table indexed) as missing)
        + (select count(*) from (table indexed except table shown) as wrong)
      """;

  @Inject DataSource database;

  private final SearchedTeam team = new SearchedTeam();

  @Test
  void wordsPhrasesBeginningsAndExclusionsFindTexts() {
    team.session("Calm", "2026-01-02", "Rules", SILENCE, GERMAN, PATH, CHINESE, FRENCH);
    Map<String, List<String>> expected =
        Map.ofEntries(
            Map.entry("silence", List.of(SILENCE)),
            Map.entry("MEETING minute", List.of(SILENCE)),
            Map.entry("\"minutes of silence\"", List.of(SILENCE)),
            Map.entry("\"silence of minutes\"", List.of()),
            Map.entry("minutes -silence", List.of()),
            Map.entry("minutes -noise", List.of(SILENCE)),
            Map.entry("minutes -\"of silence\"", List.of()),
            Map.entry("sil*", List.of(SILENCE)),
            Map.entry("sile", List.of()),
            Map.entry("sitzung KURZ*", List.of(GERMAN)),
            Map.entry("sitzung kürze*", List.of(GERMAN)),
            Map.entry("kleine", List.of(GERMAN)),
            Map.entry("e-mail", List.of(PATH)),
            Map.entry("measures qux", List.of(PATH)),
            Map.entry("foo.bar", List.of(PATH)),
            Map.entry("会议", List.of(CHINESE)),
            Map.entry("议会", List.of()),
            Map.entry("réunions", List.of(FRENCH)),
            Map.entry("courtes -plus", List.of()),
            Map.entry("silence sitzung", List.of()));
    expected.forEach((query, texts) -> assertThat(team.texts(query)).as(query).isEqualTo(texts));
  }

  /** The control is a word whose neighbours are too far away. */
  @Test
  void aWordThatNoReportContainsIsCorrected() {
    team.session("Calm", "2026-01-02", "Rules", SILENCE, GERMAN);
    for (String typed : List.of("silnece", "silense", "siilence", "slience")) {
      JsonPath found = team.search(typed);
      assertThat(SearchedTeam.texts(found)).as(typed).containsExactly(SILENCE);
      assertThat(found.getMap("corrections[0]"))
          .isEqualTo(Map.of("word", typed, "searchedFor", List.of("silence")));
    }
    assertThat(team.texts("Sitzungne kleinne")).containsExactly(GERMAN);
    assertThat(team.marked("silnece")).containsExactly("silence");
    assertThat(team.search("silence").getList("corrections")).isEmpty();
    assertThat(team.search("symphony").getInt("places")).isZero();
  }

  /** No mark-up is made of what people wrote, and nothing is lost. */
  @Test
  void theWordsAreMarkedWithoutMarkUp() {
    String nasty = "<b>Meeting</b> & \ue000meet\ue001 <script>\"met\" meetings’ \ud83d\ude00 end";
    team.session("Calm", "2026-01-02", "Rules", nasty, CHINESE);
    assertThat(team.texts("meeting")).containsExactly(nasty);
    assertThat(team.marked("meeting")).containsExactly("Meeting", "meet", "meetings");
    assertThat(team.marked("\"end\"")).containsExactly("end");
    assertThat(team.marked("会议")).containsExactly("会议");
    String longText = "word ".repeat(300) + "needle " + "word ".repeat(300);
    team.session("Long", "2026-01-03", "Straw", longText);
    assertThat(team.marked("needle")).containsExactly("needle");
    assertThat(team.texts("needle").get(0)).startsWith("\u2026word").hasSizeLessThan(310);
  }

  /** The control is a word near the beginning. */
  @Test
  void onlyTheBeginningOfALongTableIsMarked() {
    String row = "| straw | hay |\n";
    String table =
        "Measured\n| early |\n" + row.repeat(2_000) + "| late |\n" + row.repeat(5_000) + "| end |";
    team.session("Large", "2026-01-02", "Values", table);
    assertThat(team.marked("early")).containsExactly("early");
    assertThat(team.search("late").getInt("places")).isEqualTo(1);
    assertThat(team.marked("late")).isEmpty();
    assertThat(team.texts("late").get(0)).startsWith("Measured").hasSizeLessThan(310);
  }

  @Test
  void everyKindOfTextIsFoundInItsPlace() {
    LiveSession live = new LiveSession(team.team);
    live.quiet();
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "Shared walnut"));
    live.publishIdea(
        "link-added",
        live.ideaEvent("link-added")
            .put("linkId", UUID.randomUUID().toString())
            .put("title", "A walnut")
            .put("url", "https://example.org/almond-tree"));
    live.outcome();
    live.close(1);
    await().until(() -> team.search("walnut").getInt("places") == 2);
    await().until(() -> team.search("kind=action", "text").getInt("places") == 1);
    assertThat(team.search("walnut").getList("facets.kinds.kind"))
        .containsExactlyInAnyOrder("idea", "link");
    assertThat(team.search("almond").getString("items[0].ideaId")).isEqualTo(live.idea.toString());
    for (String kind : List.of("title", "problem", "group", "action")) {
      assertThat(anyText(kind)).as(kind).isGreaterThan(0);
    }
    assertThat(anyText("person")).as("people of an anonymous session").isZero();
    ObjectNode named = LiveSession.sample("changed");
    named.put("teamId", team.team.toString()).putNull("logRevision").put("participants", 2);
    ((ObjectNode) named.get("settings")).put("anonymous", false);
    live.publish("changed", named);
    await().until(() -> anyText("person") > 0);
    assertThat(team.search("Onlooker").getInt("places")).as("observers").isZero();
  }

  private int anyText(String kind) {
    return List.of("title", "problem", "name", "group", "text", "participant").stream()
        .mapToInt(word -> team.search("kind=" + kind, word).getInt("places"))
        .sum();
  }

  @Test
  void facetsFiltersAndPagesFitTogether() {
    UUID first = team.session("Lunch", "2025-03-04", "Cooking lunch", "Lunch one", "Lunch two");
    team.session("Breakfast", "2026-03-04", "Eggs", "Lunch three", "Boil them");
    JsonPath all = team.search("lunch");
    assertThat(all.getInt("places")).isEqualTo(6);
    assertThat(all.getBoolean("limited")).isFalse();
    assertThat(all.getString("items[0].kind")).as("the best match").isEqualTo("title");
    assertThat(all.getList("facets.years"))
        .isEqualTo(List.of(Map.of("year", 2026, "places", 1), Map.of("year", 2025, "places", 5)));
    assertThat(all.getMap("facets.sessions[0]"))
        .isEqualTo(Map.of("sessionId", first.toString(), "title", "Lunch", "places", 5));
    assertThat(team.search("year=2026", "lunch").getInt("places")).isEqualTo(1);
    assertThat(team.search("sessionId=" + first, "lunch").getInt("places")).isEqualTo(5);
    assertThat(team.search("kind=idea", "lunch").getList("facets.kinds"))
        .isEqualTo(List.of(Map.of("kind", "idea", "places", 3)));

    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page = team.search(cursor == null ? "limit=2" : "limit=2&cursor=" + cursor, "lunch");
      paged.addAll(page.getList("items.id"));
      assertThat(page.getInt("places")).isEqualTo(6);
      cursor = page.getString("next");
    } while (cursor != null);
    assertThat(paged).isEqualTo(all.getList("items.id"));
  }

  @Test
  void queriesThatCannotBeReadAreRefused() {
    for (String query :
        List.of("q=", "q=...", "q=-word", "q=ab*", "q=x&kind=none", "q=x&cursor=y")) {
      team.owner().get("/api/search?" + query).then().statusCode(400);
    }
    team.owner().get("/api/search").then().statusCode(400).body("errors[0].field", equalTo("q"));
    team.owner().queryParam("q", "x".repeat(201)).get("/api/search").then().statusCode(400);
    team.owner().queryParam("q", "x ".repeat(11)).get("/api/search").then().statusCode(400);
    for (String odd :
        List.of("'", "a:b & !c | (d", "\\", "'x':*", "x\u0001y", "\"", "- -", "a' or")) {
      int status = team.owner().queryParam("q", odd).get("/api/search").statusCode();
      assertThat(status).as(odd).isIn(200, 400);
    }
  }

  /** The control is the team itself, which finds the text. */
  @Test
  void onlyOwnersAndMembersOfTheTeamFindItsTexts() {
    UUID session = team.session("Calm", "2026-01-02", "Rules", SILENCE);
    SearchedTeam other = new SearchedTeam();
    other.session("Loud", "2026-01-02", "Rules", "Noise");
    assertThat(other.search("silence").getInt("places")).isZero();
    assertThat(other.search("silnece").getInt("places")).isZero();
    assertThat(other.search("sessionId=" + session, "silence").getInt("places")).isZero();
    assertThat(other.search("team/" + team.team).getInt("places")).isZero();
    other.owner().get("/api/reports/{id}/related", session).then().statusCode(404);
    given().get("/api/search?q=silence").then().statusCode(401);
    String member =
        TestIssuer.token(
            team.team, claims -> claims.setStringListClaim("groups", List.of("member")));
    given()
        .auth()
        .oauth2(member)
        .get("/api/search?q=silence")
        .then()
        .statusCode(200)
        .body("places", equalTo(1));
  }

  /** The control is the same text once the session is closed. */
  @Test
  void textsOfRunningSessionsAreNotFound() throws SQLException {
    LiveSession live = new LiveSession(team.team);
    live.quiet();
    UUID other = team.session("Calm", "2026-01-02", "Rules", SILENCE);
    ObjectNode hidden = live.ideaEvent("submitted").put("shared", false);
    live.publishIdea("submitted", hidden.put("text", "Hidden walnut"));
    await().until(() -> queued(other) == 0 && queued(live.session) == 0);
    assertThat(team.search("walnut").getInt("places")).isZero();
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "Hidden walnut"));
    await().until(() -> !live.report().getList("ideas").isEmpty());
    await().until(() -> queued(live.session) == 0);
    assertThat(team.search("walnut").getInt("places")).isZero();
    live.outcome();
    live.close(1);
    await().until(() -> team.search("walnut").getInt("places") == 1);
  }

  /** The controls are the searches before the removal and after the reinstatement. */
  @Test
  void removedTextIsNotFoundFromTheMomentOnInWhichTheReportHidesIt() throws SQLException {
    LiveSession live = new LiveSession(team.team);
    live.quiet();
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "A walnut"));
    live.outcome();
    live.close(1);
    await().until(() -> team.search("walnut").getInt("places") == 1);
    live.publishIdea("taken-down", live.ideaEvent("taken-down"));
    await().until(() -> live.report().getString("ideas[0].removal") != null);
    assertThat(team.search("walnut").getInt("places")).isZero();
    assertThat(team.search("removed facilitator").getInt("places")).as("placeholder").isZero();
    live.publishIdea("reinstated", live.ideaEvent("reinstated").put("text", "A walnut"));
    await().until(() -> team.search("walnut").getInt("places") == 1);
    live.publishIdea("redacted", live.ideaEvent("redacted"));
    await().until(() -> "redacted".equals(live.report().getString("ideas[0].removal")));
    assertThat(team.search("walnut").getInt("places")).isZero();
    await().until(() -> queued(live.session) == 0);
    assertThat(team.search("walnut").getInt("places")).isZero();

    live.publish("deleted", LiveSession.sample("deleted").put("teamId", team.team.toString()));
    await().until(() -> live.report() == null);
    assertThat(team.search("Onlooker").getInt("places")).isZero();
    await().until(() -> number(DIFFERENT) == 0);
  }

  @Test
  void relatedSessionsAndRecurringTopicsComeFromTheSameIndex() {
    UUID lunch = team.session("Cheaper lunch", "2026-01-02", "Cooking together", "Soup");
    UUID dinner = team.session("Cheap lunches again", "2026-02-02", "Cook together", "Bread");
    team.session("Quieter room", "2026-03-02", "Carpets", "Felt");
    List<String> related =
        team.owner()
            .get("/api/reports/{id}/related", lunch)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.sessionId");
    assertThat(related).startsWith(dinner.toString()).doesNotContain(lunch.toString());
    JsonPath topics =
        team.owner().get("/api/search/topics").then().statusCode(200).extract().jsonPath();
    assertThat(topics.getList("items")).hasSize(1);
    assertThat(topics.getInt("items[0].sessions")).isEqualTo(2);
    assertThat(topics.getString("items[0].lastHeldOn")).isEqualTo("2026-02-02");
  }

  private long queued(UUID session) throws SQLException {
    return number("select count(*) from search_queue where session_id = '" + session + "'");
  }

  private long number(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}

package microstorm.report.trend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** The figures of a team's sessions over time. */
@ReportServiceTest
class TrendsTest {

  @Inject Jdbi database;

  private final UUID team = UUID.randomUUID();

  private void execute(String sql, Object... values) {
    database.useHandle(handle -> assertThat(handle.execute(sql, values)).isPositive());
  }

  /** A session of two participants and a facilitator who wrote nothing, with six ideas. */
  private UUID session(String day, Integer logRevision) {
    UUID session = UUID.randomUUID();
    execute(
        "insert into report (session_id, team_id, number, title, problem, phase, participants,"
            + " held_on, log_revision) values (?, ?, 1, 'Title', 'Problem', 'closed', 3, ?::date,"
            + " ?)",
        session,
        team,
        day,
        logRevision);
    execute(
        "insert into report_participant (id, session_id, position, name, role)"
            + " select gen_random_uuid(), ?, n, 'Participant ' || n,"
            + " case n when 3 then 'facilitator' else 'participant' end"
            + " from generate_series(1, 3) n",
        session);
    execute(
        "insert into report_board (session_id, seq, topics, ideas, links, log_revision, writers,"
            + " hints) values (?, 1, 0, 6, 0, ?, 2, 0)",
        session,
        logRevision);
    execute(
        "insert into report_idea (id, session_id, position, kind, text, parent_id)"
            + " select gen_random_uuid(), ?, n, 'idea', 'An idea',"
            + " case when n > 4 then gen_random_uuid() end from generate_series(1, 6) n",
        session);
    return session;
  }

  /** The first participant wrote {@code first} of the six ideas, the second one the others. */
  private void authors(UUID session, int first) {
    execute(
        "update report_idea set author_id = (select p.id from report_participant p"
            + " where p.session_id = report_idea.session_id"
            + " and p.position = case when report_idea.position <= ? then 1 else 2 end)"
            + " where session_id = ?",
        first,
        session);
  }

  private void action(UUID session, String state) {
    execute(
        "insert into report_action (id, session_id, text, state)"
            + " values (gen_random_uuid(), ?, 'Ask', ?)",
        session,
        state);
    execute("update report_board set actions = actions + 1 where session_id = ?", session);
  }

  private Response get(String path) {
    return given().auth().oauth2(TestIssuer.ownerOf(team)).get(path);
  }

  private JsonPath trends(String query) {
    return get("/api/trends" + query).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void theFiguresOfEachSessionAreInOrderOfTime() {
    UUID later = session("2026-02-01", null);
    authors(later, 3);
    UUID earlier = session("2026-01-01", null);
    action(earlier, "done");
    action(earlier, "open");
    execute(
        "insert into report_happening (session_id, at, kind, detail)"
            + " values (?, now(), 'sharing-started', '{\"quietSeconds\": 450}')",
        earlier);

    JsonPath trends = trends("");
    assertThat(trends.getList("items.sessionId"))
        .containsExactly(earlier.toString(), later.toString());
    assertThat(trends.getMap("items[0]"))
        .containsEntry("heldOn", "2026-01-01")
        .containsEntry("groupSize", 3)
        .containsEntry("ideasPerPerson", 2.0f)
        .containsEntry("quietMinutes", 7.5f)
        .containsEntry("buildOns", 2)
        .containsEntry("actions", 2)
        .containsEntry("actionsDone", 1)
        .as("an anonymous session stores no authors")
        .doesNotContainKey("balance");
    assertThat(trends.getMap("items[1]"))
        .containsEntry("balance", 100.0f)
        .containsEntry("actions", 0)
        .doesNotContainKey("quietMinutes");
    authors(later, 5);
    assertThat(trends("").getFloat("items[1].balance")).isEqualTo(65.0f);
  }

  @Test
  void aSessionOfALogHasOnlyTheFiguresThatALogShows() {
    session("2026-01-01", 1);
    assertThat(trends("").getMap("items[0]"))
        .containsEntry("groupSize", 3)
        .containsEntry("ideasPerPerson", 2.0f)
        .containsEntry("standardsKept", 0)
        .containsEntry("standardsKnown", 1)
        .doesNotContainKeys("quietMinutes", "balance", "buildOns", "actions", "actionsDone");
    get("/api/trends/standards-kept").then().body(containsString("1 January 2026: not known."));
  }

  @Test
  void aSessionOfALogHasTheCriteriaAndActionsOfItsOutcome() {
    UUID session = session("2026-01-01", 1);
    execute("insert into log_book (team_id) values (?)", team);
    execute(
        "insert into log_session (session_id, team_id, position, revision, digest)"
            + " values (?, ?, 1, 1, '')",
        session,
        team);
    execute(
        "insert into log_layout (session_id, revision, layout, outcome) values (?, 1, '{}', ?)",
        session,
        """
        {"criteria": [{"id": "0190b4d1-0000-7000-8000-000000000001", "text": "Costs nothing"}],
         "actions": [{"text": "Ask", "state": "done"}, {"text": "Move", "state": "open"}]}
        """);
    assertThat(trends("").getMap("items[0]"))
        .containsEntry("actions", 2)
        .containsEntry("actionsDone", 1)
        .containsEntry("standardsKnown", 2);
    execute(
        "update log_layout set outcome = '{\"criteria\": [], \"actions\": []}'"
            + " where session_id = ?",
        session);
    assertThat(trends("").getMap("items[0]"))
        .containsEntry("actions", 0)
        .containsEntry("actionsDone", 0)
        .containsEntry("standardsKnown", 1);
    execute(
        "update log_layout set outcome = '{\"criteria\": [], \"actions\": [], \"unnamed\": 8}'"
            + " where session_id = ?",
        session);
    assertThat(trends("").getMap("items[0]"))
        .as("a number of people shows no actions")
        .doesNotContainKeys("actions", "actionsDone");
  }

  @Test
  void onlyTheLastCompleteSessionsOfTheTeamAreIncluded() {
    UUID incomplete = session("2026-03-01", null);
    execute("update report_board set ideas = 7 where session_id = ?", incomplete);
    UUID undated = session("2026-03-02", null);
    execute("update report set held_on = null where session_id = ?", undated);
    UUID foreign = session("2026-03-03", null);
    execute("update report set team_id = gen_random_uuid() where session_id = ?", foreign);
    UUID last = session("2026-02-01", null);
    UUID first = session("2026-01-01", null);
    assertThat(trends("").getList("items.sessionId"))
        .isEqualTo(List.of(first.toString(), last.toString()));
    assertThat(trends("?limit=1").getList("items.sessionId")).isEqualTo(List.of(last.toString()));
    get("/api/trends?limit=101").then().statusCode(400);
  }

  /** The statements do not grow with the sessions. */
  @Test
  void allSessionsAreScoredWithTwoStatements() {
    Map<String, String> quiet = new HashMap<>();
    for (int month = 1; month < 6; month++) {
      UUID session = session("2026-0" + month + "-01", null);
      quiet.put(session.toString(), month == 3 ? null : month + ".0");
      if (month != 3) {
        execute(
            "insert into report_happening (session_id, at, kind, detail) values (?, now(),"
                + " 'sharing-started', jsonb_build_object('quietSeconds', ?::int))",
            session,
            60 * month);
      }
    }
    List<String> statements = new CopyOnWriteArrayList<>();
    SqlLogger before = database.getConfig(SqlStatements.class).getSqlLogger();
    database.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.add(context.getRawSql());
          }
        });
    JsonPath trends;
    try {
      trends = trends("");
    } finally {
      database.setSqlLogger(before);
    }
    assertThat(statements.stream().filter(sql -> sql.contains("report_happening"))).hasSize(1);
    assertThat(statements.stream().filter(sql -> sql.contains("ideas_by_person"))).hasSize(1);
    for (Map<String, Object> item : trends.<Map<String, Object>>getList("items")) {
      Object minutes = item.get("quietMinutes");
      assertThat(minutes == null ? null : minutes.toString())
          .isEqualTo(quiet.get(item.get("sessionId")));
    }
    assertThat(trends.getList("items")).hasSize(5);
  }

  @Test
  void aPlotIsAnImageWithATitleAndItsValuesInWords() {
    session("2026-01-01", null);
    Response plot = get("/api/trends/group-size?language=de");
    plot.then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .body(containsString("<title id=\"trend-group-size-title\">Personen in der Gruppe</title>"))
        .body(containsString("1. Januar 2026: 3."));
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .header("If-None-Match", plot.header("ETag"))
        .get("/api/trends/group-size?language=de")
        .then()
        .statusCode(304);
    for (TrendMeasure measure : TrendMeasure.values()) {
      get("/api/trends/" + measure.label()).then().statusCode(200);
    }
    get("/api/trends/balance")
        .then()
        .body(containsString("1 January 2026: not known."))
        .body("svg.title", equalTo("Balance of the ideas among the people in percent"));
    get("/api/trends/people").then().statusCode(404);
    get("/api/trends/balance?language=fr").then().statusCode(400);
  }

  /** The control is the owner. */
  @Test
  void peopleWithASeatHaveNoAccess() {
    UUID session = session("2026-01-01", null);
    String participant = TestIssuer.memberOf(session, UUID.randomUUID(), "participant", "key");
    for (String path : new String[] {"/api/trends", "/api/trends/balance"}) {
      given().auth().oauth2(participant).get(path).then().statusCode(403);
      given().get(path).then().statusCode(401);
      get(path).then().statusCode(200);
    }
  }
}

package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that has a report or an export already asks whether it has changed. */
@ReportServiceTest
class RevalidationTest {

  private static final int IDEAS = 20;

  @Inject Jdbi database;

  private final UUID team = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @BeforeEach
  void addSession() {
    execute("insert into team (id, slug, name) values (?, ?, 'The team')", team, team.toString());
    execute(
        "insert into report (session_id, team_id, number, title, problem, phase, participants)"
            + " values (?, ?, 1, 'Title', 'Problem', 'closed', 1)",
        session,
        team);
    execute(
        "insert into report_participant (id, session_id, position, name)"
            + " values (gen_random_uuid(), ?, 0, 'Ana')",
        session);
    execute(
        "insert into report_board (session_id, seq, topics, ideas, links) values (?, 1, 0, ?, 0)",
        session,
        IDEAS);
    execute(
        "insert into report_idea (id, session_id, position, kind, text)"
            + " select gen_random_uuid(), ?, n, 'idea', 'An idea of some words, number ' || n"
            + " from generate_series(1, ?) n",
        session,
        IDEAS);
  }

  private void execute(String sql, Object... values) {
    database.useHandle(handle -> assertThat(handle.execute(sql, values)).isPositive());
  }

  private Response ask(String path, String media, String tag) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .accept(media)
        .header("If-None-Match", tag)
        .get(path.replace("{session}", session.toString()));
  }

  private String tag(String path, String media) {
    Response answer = ask(path, media, "\"none\"");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.contentType()).startsWith(media);
    assertThat(answer.asString()).contains("Title");
    return answer.header("ETag");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/reports,application/json",
    "/api/reports/{session},application/json",
    "/api/reports/{session},text/markdown",
    "/api/reports/{session},text/html",
    "/api/logs,text/markdown"
  })
  void anUnchangedDocumentIsNotSentAgain(String path, String media) {
    String tag = tag(path, media);
    Response same = ask(path, media, tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.asString()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(same.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(same.header("X-Content-Type-Options")).isEqualTo("nosniff");

    execute("update report set title = 'Another Title' where session_id = ?", session);
    assertThat(ask(path, media, tag).statusCode()).isEqualTo(200);
    assertThat(tag(path, media)).isNotEqualTo(tag);
  }

  @Test
  void aReportIsTaggedByItsContent() {
    String path = "/api/reports/{session}";
    String json = tag(path, "application/json");
    assertThat(tag(path, "text/markdown")).isNotEqualTo(json);
    execute("update report_board set seq = seq + 1 where session_id = ?", session);
    assertThat(tag(path, "application/json")).as("not shown").isEqualTo(json);
    execute("update report_idea set text = 'x' where session_id = ? and position = 3", session);
    assertThat(tag(path, "application/json")).isNotEqualTo(json);
  }

  @Test
  void everyPartOfAnExportIsPartOfItsTag() {
    List<String> changes =
        List.of(
            "update report set problem = 'Other' where session_id = '{session}'",
            "update report set summary = 'Other' where session_id = '{session}'",
            "update report set held_on = '2026-01-02' where session_id = '{session}'",
            "update report set number = 2 where session_id = '{session}'",
            "update report_participant set name = 'Ben' where session_id = '{session}'",
            "update team set name = 'Other' where id = '{team}'",
            "update report_board set seq = seq + 1 where session_id = '{session}'");
    String before = tag("/api/logs", "text/markdown");
    assertThat(tag("/api/logs", "text/markdown")).as("the control").isEqualTo(before);
    for (String change : changes) {
      execute(change.replace("{session}", session.toString()).replace("{team}", team.toString()));
      String after = tag("/api/logs", "text/markdown");
      assertThat(after).as(change).isNotEqualTo(before);
      before = after;
    }
    execute("update report_board set ideas = ideas + 1 where session_id = ?", session);
    assertThat(ask("/api/logs", "text/markdown", before).statusCode())
        .as("the session is not complete any more")
        .isEqualTo(200);
  }

  /** An import that changes only white space rewrites the layout of the same revision. */
  @Test
  void theLayoutIsPartOfTheTagOfAnExport() {
    importSession("{\"lines\": [], \"last\": false}");
    String before = exportTag();
    assertThat(ask("/api/logs", "text/markdown", before).statusCode()).isEqualTo(304);

    execute(
        "update log_layout set layout = ? where session_id = ?",
        "{\"lines\": [], \"last\": true}",
        session);
    assertThat(ask("/api/logs", "text/markdown", before).statusCode()).isEqualTo(200);
    String between = exportTag();

    execute(
        "insert into log_layout (session_id, revision, layout) values (?, 2, ?)",
        session,
        "{\"lines\": [], \"last\": false}");
    assertThat(exportTag()).as("not readable yet").isEqualTo(between);
  }

  @Test
  void aRefusedExportHasNoTag() {
    importSession("not JSON");
    Response refused = ask("/api/logs", "text/markdown", "\"none\"");
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.header("ETag")).isNull();
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
  }

  private String exportTag() {
    Response export = ask("/api/logs", "text/markdown", "\"none\"");
    assertThat(export.statusCode()).isEqualTo(200);
    return export.header("ETag");
  }

  private void importSession(String layout) {
    execute("insert into log_book (team_id) values (?)", team);
    execute(
        "insert into log_session (session_id, team_id, position, revision, digest)"
            + " values (?, ?, 0, 1, 'digest')",
        session,
        team);
    execute("update report set log_revision = 1 where session_id = ?", session);
    execute("update report_board set log_revision = 1 where session_id = ?", session);
    execute(
        "insert into log_layout (session_id, revision, layout) values (?, 1, ?)", session, layout);
  }

  @Test
  void anotherTeamDoesNotGetA304() {
    String tag = tag("/api/reports/{session}", "application/json");
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(UUID.randomUUID()))
        .header("If-None-Match", tag)
        .get("/api/reports/{id}", session)
        .then()
        .statusCode(404)
        .header("Cache-Control", "no-store");
  }
}

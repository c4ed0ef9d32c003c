package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.OtherServices;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;

/** A team that imports editions of a log, and the other services, which take each of them in. */
public final class EditionTeam {

  private final ImportingTeam team = new ImportingTeam();
  private final Map<UUID, JsonNode> taken = new HashMap<>();
  private final DataSource database;

  public EditionTeam(DataSource database) {
    this.database = database;
  }

  public UUID id() {
    return team.id();
  }

  String token() {
    return team.token();
  }

  /** Imports an edition and waits until all reports are complete. */
  public JsonPath bring(String log) {
    JsonPath accepted = team.accepted(log);
    settle();
    return team.status(accepted);
  }

  public JsonPath accepted(String log) {
    return team.accepted(log);
  }

  public JsonPath status(JsonPath accepted) {
    return team.status(accepted);
  }

  public String export() {
    return team.export();
  }

  public JsonPath check(String log) {
    return given()
        .auth()
        .oauth2(token())
        .contentType("text/markdown; charset=utf-8")
        .body(log)
        .post("/api/logs/checks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public ValidatableResponse undo(JsonPath accepted) {
    return given()
        .auth()
        .oauth2(token())
        .post("/api/logs/imports/{id}/undo", accepted.getString("id"))
        .then();
  }

  ValidatableResponse split(JsonPath accepted, UUID session) {
    return given()
        .auth()
        .oauth2(token())
        .post("/api/logs/imports/{id}/sessions/{session}/split", accepted.getString("id"), session)
        .then();
  }

  /** The team's reports by session, as JSON. */
  Map<UUID, JsonPath> reports() {
    Map<UUID, JsonPath> reports = new HashMap<>();
    for (UUID session : revisions().keySet()) {
      reports.put(
          session,
          given()
              .auth()
              .oauth2(token())
              .get("/api/reports/{id}", session)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath());
    }
    return reports;
  }

  /** The revisions of the log book by session, in its order. */
  public Map<UUID, Integer> revisions() {
    Map<UUID, Integer> revisions = new LinkedHashMap<>();
    select(
        "select session_id, revision from log_session where team_id = ? order by position",
        row -> revisions.put(row.getObject(1, UUID.class), row.getInt(2)));
    return revisions;
  }

  /** Takes in every parsed session that was not taken in yet. */
  public void settle() {
    revisions().forEach(this::takeIn);
    await("the reports").until(() -> incomplete() == 0);
  }

  private void takeIn(UUID session, int revision) {
    JsonNode last = taken.get(session);
    if (last != null && last.path("logRevision").asInt() == revision) {
      return;
    }
    await("revision %d of %s".formatted(revision, session))
        .until(
            () ->
                TestEvents.read("log.events", session).stream()
                    .anyMatch(event -> event.payload().path("logRevision").asInt() == revision));
    for (TestEvents.Event event : TestEvents.read("log.events", session)) {
      JsonNode parsed = event.payload();
      JsonNode before = taken.get(session);
      if (before == null
          || parsed.path("logRevision").asInt() > before.path("logRevision").asInt()) {
        OtherServices.takeIn(session, before, parsed);
        taken.put(session, parsed);
      }
    }
  }

  private int incomplete() {
    int[] count = new int[1];
    select(
        """
        select count(*) from log_session l
        left join complete_session c on c.session_id = l.session_id
        where l.team_id = ? and c.log_revision is distinct from l.revision
        """,
        row -> count[0] = row.getInt(1));
    return count[0];
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void select(String query, RowReader reader) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, team.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The only session of the log book. */
  UUID onlySession() {
    assertThat(revisions()).hasSize(1);
    return revisions().keySet().iterator().next();
  }

  /** A token of another team's owner. */
  static String stranger() {
    return TestIssuer.ownerOf(UUID.randomUUID());
  }
}

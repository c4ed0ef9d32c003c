package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.setup.Microservice;
import org.junit.jupiter.api.Test;

/** What is deleted is in no table of the three databases any more. */
class DeletionIT {

  /** What remains of a session: its id in the tables that say that it was deleted. */
  private static final List<String> REMAINS =
      List.of(
          "sessions.deleted_key",
          "sessions.deleted_session",
          "ideas.deleted_key",
          "reports.deleted_key",
          "reports.deleted_session");

  private static final String TABLES =
      """
      select quote_ident(table_name) from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name
      """;

  private final Api api = SharedSystem.api();
  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
  private final String key = UUID.randomUUID().toString() + UUID.randomUUID();
  private final String slug = api.createTeam("Team " + UUID.randomUUID(), key);
  private final String owner = api.token(slug, key);

  @Test
  void aDeletedSessionIsInNoTableAnyMore() throws Exception {
    String session = held();
    eventually(() -> complete(session));
    assertThat(tablesWith(word))
        .contains("sessions.session", "sessions.participant", "ideas.idea", "ideas.action")
        .contains("reports.report", "reports.report_idea", "reports.report_action");

    JsonNode deleted = api.send("DELETE", "/api/sessions/" + session, owner).expect(200);
    assertThat(deleted.path("participants").asInt()).isEqualTo(2);
    eventually(() -> tablesWith(word).isEmpty());
    eventually(() -> tablesWith(session).equals(REMAINS));
    for (String path : List.of("/api/sessions/", "/api/boards/", "/api/reports/")) {
      assertThat(api.send("GET", path + session, owner).status()).as(path).isEqualTo(404);
    }
    eventually(() -> actions().findValuesAsText("text").equals(List.of("Go on")));
    JsonNode open = actions().path("items").path(0);
    assertThat(open.has("sessionId") || open.has("participantId")).isFalse();
    eventually(() -> tablesWith(open.path("id").asText()).contains("reports.report_action"));
  }

  /** Open actions belong to the team. */
  private JsonNode actions() {
    return api.send("GET", "/api/actions", owner).expect(200);
  }

  @Test
  void aDeletedTeamIsInNoTableAnyMore() throws Exception {
    String session = held();
    eventually(() -> complete(session));
    api.post("/api/teams/" + slug + "/deletion", owner, Map.of("ownerKey", key)).expect(200);
    eventually(() -> tablesWith(word).isEmpty());
    eventually(() -> tablesWith(slug).isEmpty());
    for (String path : List.of("/api/sessions", "/api/boards/" + session, "/api/reports")) {
      eventually(() -> api.send("GET", path, owner).status() == 401);
    }
  }

  @Test
  void aDeletedImportIsInNoTableAnyMoreAndCanBeMadeAgain() throws Exception {
    TestTeam team = TestTeam.of(SharedSystem.get());
    byte[] log =
        """
        ### Session : 1

        **Date**: May 09, 2020 - Saturday

        **Title**: %s

        **Participants**: Person of %s

        #### Topic of %s

        - An idea of %s
        """
            .formatted(word, word, word, word)
            .getBytes(StandardCharsets.UTF_8);
    String id = team.imported(log).getString("id");
    assertThat(tablesWith(word)).contains("sessions.session", "ideas.idea", "reports.report");
    assertThat(
            team.owner()
                .delete("/api/logs/imports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("sessions"))
        .isEqualTo(1);
    eventually(() -> tablesWith(word).isEmpty());
    assertThat(team.imported(log).getInt("sessions.added")).isEqualTo(1);
    assertThat(team.export()).contains("An idea of " + word);
  }

  /** A whole session whose every text contains the word. */
  private String held() throws InterruptedException {
    JsonNode plan =
        api.post(
                "/api/sessions",
                owner,
                Map.of(
                    "title", word,
                    "problem", "Why " + word + "?",
                    "criteria", List.of("Not " + word),
                    "cards", List.of("Think of " + word),
                    "topics", List.of("Topic of " + word)))
            .expect(201);
    String id = plan.path("id").asText();
    Person ana = join(plan, "Ana " + word);
    Person ben = join(plan, "Ben " + word);
    Person leader = Person.with(api, id, owner);
    enter(leader, "lobby");
    enter(leader, "quiet");
    String idea = ana.writes("An idea of " + word).path("id").asText();
    for (Person person : List.of(ana, ben)) {
      person.inSession("/ready", Map.of("ready", true)).expect(200);
    }
    enter(leader, "sharing");
    ben.awaitBoard(board -> board.path("phase").asText().equals("sharing"));
    ben.onBoard("/groups", Map.of("name", "Group " + word, "ideaIds", List.of(idea))).expect(201);
    enter(leader, "agreeing");
    ben.awaitBoard(board -> board.path("phase").asText().equals("agreeing"));
    Map<String, Object> action = Map.of("text", "Do " + word, "owner", "Ana " + word);
    String done = ben.onBoard("/actions", action).expect(201).path("id").asText();
    ben.onBoard("PATCH", "/actions/" + done, Map.of("state", "done")).expect(200);
    Map<String, Object> open = Map.of("text", "Go on", "owner", "Ben", "participantId", ben.id());
    ben.onBoard("/actions", open).expect(201);
    leader.inSession("PATCH", "", Map.of("summary", "We found " + word)).expect(200);
    leader.inSession("/phase", Map.of("to", "closing")).expect(202);
    return id;
  }

  private Person join(JsonNode plan, String name) {
    return Person.join(
        api, plan.path("id").asText(), plan.path("joinCode").asText(), name, "participant");
  }

  private static void enter(Person leader, String phase) {
    leader.inSession("/phase", Map.of("to", phase)).expect(200);
  }

  private boolean complete(String session) {
    Answer report = api.send("GET", "/api/reports/" + session, owner);
    return report.status() == 200 && report.expect(200).path("complete").asBoolean();
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(Patience.AT_MOST).until(condition);
  }

  /** The tables that have this text, such as {@code ideas.action}. */
  private static List<String> tablesWith(String text) throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    for (Microservice service : Microservice.values()) {
      try (Connection database = connect(service)) {
        for (String table : strings(database, TABLES)) {
          String query = "select count(*) from " + table + " r where strpos(r::text, ?) > 0";
          if (!strings(database, query, text).equals(List.of("0"))) {
            found.add(service.database() + "." + table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> strings(Connection database, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }

  private static Connection connect(Microservice service) throws SQLException, IOException {
    Path data = SharedSystem.get().data();
    String password = Files.readString(data.resolve("passwords").resolve(service.role())).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port(data) + "/" + service.database(),
        service.role(),
        password);
  }

  /** The fourth line of Postgres' pid file. */
  private static String port(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path pid =
          files
              .filter(file -> file.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(pid).get(3).strip();
    }
  }
}

package microstorm.local.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import microstorm.local.TestTeam;
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

  private final Api api = SharedSystem.api();
  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
  private final String key = UUID.randomUUID().toString() + UUID.randomUUID();
  private final String slug = api.createTeam("Team " + UUID.randomUUID(), key);
  private final String owner = api.token(slug, key);

  @Test
  void aDeletedSessionIsInNoTableAnyMore() throws Exception {
    String session = held();
    eventually(() -> complete(session));
    assertThat(AllTables.with(word))
        .contains("sessions.session", "sessions.participant", "ideas.idea", "ideas.action")
        .contains("reports.report", "reports.report_idea", "reports.report_action");

    JsonNode deleted = api.send("DELETE", "/api/sessions/" + session, owner).expect(200);
    assertThat(deleted.path("participants").asInt()).isEqualTo(2);
    eventually(() -> AllTables.with(word).isEmpty());
    eventually(() -> AllTables.with(session).equals(REMAINS));
    for (String path : List.of("/api/sessions/", "/api/boards/", "/api/reports/")) {
      assertThat(api.send("GET", path + session, owner).status()).as(path).isEqualTo(404);
    }
    eventually(() -> actions().findValuesAsText("text").equals(List.of("Go on")));
    JsonNode open = actions().path("items").path(0);
    assertThat(open.has("sessionId") || open.has("participantId")).isFalse();
    eventually(() -> AllTables.with(open.path("id").asText()).contains("reports.report_action"));
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
    eventually(() -> AllTables.with(word).isEmpty());
    eventually(() -> AllTables.with(slug).isEmpty());
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
    assertThat(AllTables.with(word)).contains("sessions.session", "ideas.idea", "reports.report");
    assertThat(
            team.owner()
                .delete("/api/logs/imports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("sessions"))
        .isEqualTo(1);
    eventually(() -> AllTables.with(word).isEmpty());
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
}

package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import microstorm.testing.DatabaseOutages;
import microstorm.testing.DatabaseOutages.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R4: during an outage of the database, a refused request says when the client should try again.
 */
@SessionServiceTest
class DatabaseOutageTest {

  private static final String SESSION = "/api/sessions/{id}";

  @TestHTTPResource(value = "/health/ready", management = true)
  URL readiness;

  private LiveTeam team;
  private LiveSession planned;
  private LiveSession session;
  private String member;
  private final List<UUID> people = Stream.generate(UUID::randomUUID).limit(50).toList();

  @BeforeEach
  void open() {
    team = new LiveTeam("Outages");
    planned = team.plan(Map.of());
    session = team.plan(Map.of()).through("lobby", "quiet");
    member = session.join("participant").token();
  }

  @Test
  void everyAnswerSucceedsOrGivesATimeForARetry() {
    Collection<Answer> answers =
        new DatabaseOutages("sessions")
            .request("list sessions", () -> LiveTeam.as(team.token).get("/api/sessions"))
            .request("read a session", () -> get(""))
            .request("list participants", () -> get("/participants"))
            .request("plan a session", this::plan)
            .request("change a session", this::change)
            .request("join", this::join)
            .request("be ready", this::ready)
            .request("tick the checklist", this::tick)
            .request("create a team", () -> post("/api/teams", Map.of("name", "Another")))
            // stays ready: otherwise the ingress would answer, without a time for a retry
            .request("ask for readiness", () -> given().get(readiness))
            .cause();
    assertThat(answers).allMatch(answer -> answer.isSuccess() || answer.isUnavailable());
    assertThat(answers).anyMatch(Answer::isUnavailable);
  }

  private Response get(String path) {
    return LiveTeam.as(team.token).get(SESSION + path, session.id);
  }

  private Response post(String path, Map<String, ?> body) {
    return LiveTeam.as(team.token).body(body).post(path);
  }

  private Response plan() {
    return post("/api/sessions", LiveTeam.DEFINED);
  }

  private Response change() {
    return LiveTeam.as(team.token).body(Map.of("title", "Renamed")).patch(SESSION, planned.id);
  }

  private Response join() {
    String path = "/api/sessions/" + session.id + "/participants";
    // few people who repeat their requests, because the seats of a session are limited
    UUID key = people.get(ThreadLocalRandom.current().nextInt(people.size()));
    return LiveTeam.as(team.token)
        .header("Idempotency-Key", key)
        .body(Map.of("joinCode", session.joinCode))
        .post(path);
  }

  private Response ready() {
    return LiveTeam.as(member).body(Map.of("ready", true)).post(SESSION + "/ready", session.id);
  }

  private Response tick() {
    return LiveTeam.as(team.token)
        .body(Map.of("ticked", List.of("room")))
        .put(SESSION + "/checklist", session.id);
  }
}

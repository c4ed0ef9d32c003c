package microstorm.session.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that got no answer repeats its request, and nothing happens twice. */
@SessionServiceTest
class RetryKeyTest {

  private static final int CLIENTS = 6;

  @Inject SettableClock clock;

  private final String key = UUID.randomUUID().toString();
  private LiveTeam team;
  private LiveSession session;

  @BeforeEach
  void plan() {
    team = new LiveTeam("Retrying");
    session = team.plan(Map.of("quietMinutes", 1));
  }

  private static ValidatableResponse plan(LiveTeam team, String key, String title) {
    return LiveTeam.as(team.token)
        .header("Idempotency-Key", key)
        .body(Map.of("title", title))
        .post("/api/sessions")
        .then();
  }

  private static ValidatableResponse join(LiveSession session, String key, Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>(Map.of("joinCode", session.joinCode));
    body.putAll(fields);
    return given()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/api/sessions/{id}/participants", session.id)
        .then();
  }

  private static JsonPath joined(LiveSession session, String key) {
    return join(session, key, Map.of()).statusCode(anyOf(is(201), is(200))).extract().jsonPath();
  }

  private static String writerKey(JsonPath joined) {
    String claims = joined.getString("token").split("\\.")[1];
    return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .getString("writer");
  }

  private static <T> List<T> atOnce(Callable<T> call) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : clients.invokeAll(Collections.nCopies(3 * CLIENTS, call))) {
        results.add(future.get());
      }
      return results;
    } finally {
      clients.shutdownNow();
    }
  }

  private static void refused(ValidatableResponse answer, String name) {
    answer.statusCode(409).body("type", equalTo("/api/problems#" + name));
  }

  private int seats() {
    return session.list(session.owner).extract().jsonPath().getList("items").size();
  }

  @Test
  void joiningAgainWithTheSameKeyGivesTheSameSeatAndWriter() {
    JsonPath first = join(session, key, Map.of()).statusCode(201).extract().jsonPath();
    JsonPath again = join(session, key, Map.of()).statusCode(200).extract().jsonPath();
    assertThat(again.getString("participantId")).isEqualTo(first.getString("participantId"));
    assertThat(again.getString("name")).isEqualTo(first.getString("name"));
    assertThat(writerKey(again)).matches("[A-Za-z0-9_-]{22}").isEqualTo(writerKey(first));
    session.get(again.getString("token")).statusCode(200);
    assertThat(seats()).isOne();
    session.event("participant-joined");
    assertThat(session.types()).containsOnlyOnce("participant-joined");
  }

  @Test
  void peopleWithoutAKeyOrWithDifferentKeysAreDifferent() {
    List<JsonPath> people =
        List.of(
            joined(session, key),
            joined(session, UUID.randomUUID().toString()),
            session.tryJoin(Map.of()).extract().jsonPath(),
            session.tryJoin(Map.of()).extract().jsonPath(),
            joined(team.plan(Map.of()), key));
    assertThat(people)
        .extracting(person -> person.getString("participantId"))
        .doesNotHaveDuplicates();
    assertThat(people).extracting(RetryKeyTest::writerKey).doesNotHaveDuplicates();
    assertThat(seats()).isEqualTo(4);
  }

  @Test
  void concurrentRetriesGiveOneSeat() throws Exception {
    List<JsonPath> answers = atOnce(() -> joined(session, key));
    assertThat(answers)
        .extracting(answer -> answer.getString("participantId"))
        .containsOnly(answers.get(0).getString("participantId"));
    assertThat(answers).extracting(RetryKeyTest::writerKey).containsOnly(writerKey(answers.get(0)));
    assertThat(seats()).isOne();
  }

  @Test
  void theKeyDoesNotReplaceTheCode() {
    joined(session, key);
    join(session, key, Map.of("joinCode", "A".repeat(22)))
        .statusCode(403)
        .body("type", equalTo("/api/problems#join-code-wrong"));
  }

  @Test
  void theKeyGivesNoOtherRoleThanBefore() {
    join(session, key, Map.of("joinCode", session.facilitatorCode, "role", "facilitator"))
        .statusCode(201);
    refused(join(session, key, Map.of()), "id-in-use");
    join(session, key, Map.of("role", "facilitator")).statusCode(403);
  }

  @Test
  void theKeyGivesNoSeatUnderAnotherName() {
    join(session, key, Map.of("name", "Ana")).statusCode(201);
    refused(join(session, key, Map.of("name", "Ben")), "id-in-use");
    refused(join(session, key, Map.of()), "id-in-use");
    join(session, key, Map.of("name", "Ana", "joinCode", session.facilitatorCode)).statusCode(200);
    assertThat(seats()).isOne();
  }

  @Test
  void theKeyOfASeatThatWasLeftGivesNoSeat() {
    String left = joined(session, key).getString("participantId");
    session.delete(session.owner, "/participants/" + left).statusCode(204);
    refused(join(session, key, Map.of()), "seat-left");
    joined(session, UUID.randomUUID().toString());
  }

  @Test
  void theSeatRemainsAfterTheSession() {
    String seat = joined(session, key).getString("participantId");
    session.through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing", "closing");
    assertThat(joined(session, key).getString("participantId")).isEqualTo(seat);
    refused(join(session, UUID.randomUUID().toString(), Map.of()), "session-closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "123456789012345678901", "ä23456789012345678901234567890"})
  void aGuessableKeyGivesNoSeat(String guessable) {
    join(session, guessable, Map.of())
        .statusCode(400)
        .body("errors[0].field", equalTo("Idempotency-Key"))
        .body("errors[0].message", containsString("nobody can guess"));
    assertThat(seats()).isZero();
  }

  /**
   * Otherwise a whole group would be one person, and would see the ideas of the others during the
   * quiet time.
   */
  @Test
  void aKeyThatTheWholeSessionKnowsGivesNoSeat() {
    for (String known :
        List.of(session.id.toString(), "the-code-is-" + session.joinCode, "join-" + session.id)) {
      join(session, known, Map.of())
          .statusCode(400)
          .body("type", equalTo("/api/problems#retry-key-known"));
    }
    assertThat(seats()).isZero();
  }

  @Test
  void aSessionIsPlannedOnceForEachKey() {
    JsonPath first = plan(team, "1", "First").statusCode(201).extract().jsonPath();
    plan(team, "1", "First")
        .statusCode(200)
        .body("id", equalTo(first.getString("id")))
        .body("joinCode", equalTo(first.getString("joinCode")));
    String second = plan(team, "2", "First").statusCode(201).extract().path("id");
    String theirs = plan(new LiveTeam("Others"), "1", "First").statusCode(201).extract().path("id");
    assertThat(List.of(first.getString("id"), second, theirs)).doesNotHaveDuplicates();
    plan(team, "x".repeat(201), "Long").statusCode(400);
  }

  @Test
  void theKeyPlansNoOtherSession() {
    String planned = plan(team, key, "First").statusCode(201).extract().path("id");
    refused(plan(team, key, "Second"), "id-in-use");
    LiveTeam.as(team.token)
        .body(Map.of("title", "Changed"))
        .patch("/api/sessions/{id}", planned)
        .then()
        .statusCode(200);
    plan(team, key, "First")
        .statusCode(200)
        .body("id", equalTo(planned))
        .body("title", equalTo("Changed"));
  }

  @Test
  void concurrentPlansCreateOneSession() throws Exception {
    List<ValidatableResponse> planned = atOnce(() -> plan(team, key, "Raced"));
    assertThat(planned)
        .extracting(answer -> answer.extract().<String>path("id"))
        .containsOnly(planned.get(0).extract().<String>path("id"));
    assertThat(planned)
        .extracting(answer -> answer.extract().statusCode())
        .containsOnlyOnce(201)
        .contains(200);
    assertThat(LiveTeam.as(team.token).get("/api/sessions").jsonPath().getList("items.title"))
        .containsOnlyOnce("Raced");
  }
}

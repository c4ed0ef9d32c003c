package microstorm.session.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports sessions of logs, from report-service's event to the events of this service. */
@SessionServiceTest
class LogImportTest {

  private static final String PARSED = "microstorm.log.session-parsed.v1";
  private static final String SAMPLE = Contracts.sample("report-service", PARSED);
  private static final JsonPath IDS = JsonPath.from(SAMPLE);

  private final UUID session = UUID.randomUUID();
  private String team;
  private String token;

  @BeforeEach
  void createTeam() {
    JsonPath created =
        given()
            .contentType("application/json")
            .body(Map.of("name", "Importers"))
            .post("/api/teams")
            .jsonPath();
    team = created.getString("id");
    token =
        given()
            .contentType("application/json")
            .body(Map.of("ownerKey", created.getString("ownerKey")))
            .post("/api/teams/{slug}/tokens", created.getString("slug"))
            .path("token");
  }

  private String parsed(int revision) {
    return SAMPLE
        .replace(IDS.getString("teamId"), team)
        .replace(IDS.getString("sessionId"), session.toString())
        .replace(IDS.getString("participants[0].id"), participant().toString())
        .replaceFirst("\"logRevision\"\\s*:\\s*\\d+", "\"logRevision\": " + revision);
  }

  private UUID participant() {
    return UUID.nameUUIDFromBytes(session.toString().getBytes());
  }

  private void publish(UUID id, String payload) {
    TestEvents.publish("log.events", id, PARSED, session, payload);
  }

  private List<String> types() {
    return TestEvents.read("session.events", session).stream()
        .map(event -> event.type().replace("microstorm.session.", ""))
        .toList();
  }

  private JsonPath get() {
    return given()
        .auth()
        .oauth2(token)
        .get("/api/sessions/{id}", session)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void aParsedSessionBecomesAClosedOneWithTheUsualEvents() {
    publish(UUID.randomUUID(), parsed(1));
    await().until(() -> types().contains("closed.v1"));
    assertThat(types()).containsExactly("planned.v1", "participant-joined.v1", "closed.v1");
    assertThat(get().getString("title")).isEqualTo("Title");
    assertThat(get().getString("phase")).isEqualTo("closed");
    assertThat(get().getList("participants.name")).containsExactly("Participant 1");
  }

  @Test
  void aRedeliveredOrRepeatedEventChangesNothing() {
    UUID once = UUID.randomUUID();
    publish(once, parsed(1));
    publish(once, parsed(1));
    publish(UUID.randomUUID(), parsed(1));
    publish(UUID.randomUUID(), parsed(2).replace("\"Title\"", "\"Later\""));
    await().until(() -> types().contains("changed.v1"));
    assertThat(types())
        .containsExactly("planned.v1", "participant-joined.v1", "closed.v1", "changed.v1");
  }

  @Test
  void aLaterEditionPublishesOnlyTheDifferences() {
    publish(UUID.randomUUID(), parsed(1));
    publish(
        UUID.randomUUID(),
        parsed(2)
            .replace("Participant 1", "Participant 2")
            .replace(participant().toString(), UUID.randomUUID().toString()));
    await().until(() -> types().contains("changed.v1"));
    assertThat(types().subList(3, 6))
        .containsExactly("participant-left.v1", "participant-joined.v1", "changed.v1");
    assertThat(get().getList("participants.name")).containsExactly("Participant 2");
  }

  @Test
  void aCorrectedNumberTitleAndDateChangeTheSession() {
    publish(UUID.randomUUID(), parsed(1));
    publish(
        UUID.randomUUID(),
        parsed(2)
            .replace("\"Title\"", "\"Corrected\"")
            .replace("2026-01-02", "2026-01-03")
            .replaceFirst("\"number\"\\s*:\\s*3", "\"number\": 4"));
    await().until(() -> types().contains("changed.v1"));
    List<TestEvents.Event> events = TestEvents.read("session.events", session);
    JsonNode changed = events.get(events.size() - 1).payload();
    assertThat(changed.path("title").asText()).isEqualTo("Corrected");
    assertThat(changed.path("heldOn").asText()).isEqualTo("2026-01-03");
    assertThat(changed.path("number").asInt()).isEqualTo(4);
    assertThat(get().getString("title")).isEqualTo("Corrected");
  }

  @Test
  void anEarlierEditionNeverUndoesALaterOne() {
    publish(UUID.randomUUID(), parsed(2).replace("\"Title\"", "\"Later\""));
    publish(UUID.randomUUID(), parsed(1));
    publish(UUID.randomUUID(), parsed(3).replace("\"Title\"", "\"Latest\""));
    await().until(() -> types().contains("changed.v1"));
    assertThat(types())
        .containsExactly("planned.v1", "participant-joined.v1", "closed.v1", "changed.v1");
    assertThat(get().getString("title")).isEqualTo("Latest");
  }

  @Test
  void aLogOfATeamThatDoesNotExistIsRefused() {
    publish(UUID.randomUUID(), parsed(1).replace(team, UUID.randomUUID().toString()));
    await().until(() -> types().contains("import-refused.v1"));
    assertThat(types()).containsExactly("import-refused.v1");
  }

  @Test
  void anUnreadableSessionIsSkippedAndReported() {
    publish(UUID.randomUUID(), parsed(1).replace("\"2026-01-02\"", "\"no day\""));
    publish(UUID.randomUUID(), parsed(1));
    await().until(() -> types().contains("closed.v1"));
    assertThat(types()).containsOnlyOnce("import-refused.v1").contains("planned.v1");
  }

  @Test
  void anotherTeamDoesNotSeeTheSession() {
    publish(UUID.randomUUID(), parsed(1));
    await().until(() -> types().contains("closed.v1"));
    given().get("/api/sessions/{id}", session).then().statusCode(401);
    createTeam();
    given()
        .auth()
        .oauth2(token)
        .get("/api/sessions/{id}", session)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}

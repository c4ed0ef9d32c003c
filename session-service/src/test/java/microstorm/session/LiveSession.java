package microstorm.session;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;

/**
 * A session and the requests of its tests over HTTP. Reads answers without {@link JsonPath} where
 * many tests do, because that compiles a class for each path.
 */
public final class LiveSession {

  public static final String BOARD_SEALED = "microstorm.idea.board-sealed.v1";

  public final UUID id;
  public final String joinCode;
  public final String facilitatorCode;
  public final String owner;

  LiveSession(JsonNode planned, String owner) {
    this.id = UUID.fromString(planned.path("id").asText());
    this.joinCode = planned.path("joinCode").asText();
    this.facilitatorCode = planned.path("facilitatorCode").asText();
    this.owner = owner;
  }

  /** A person who joined. */
  public record Member(UUID id, String token) {}

  public Member join(String role) {
    return join(Map.of("role", role));
  }

  public Member join(Map<String, ?> fields) {
    JsonNode joined = Contracts.tree(tryJoin(fields).statusCode(201).extract().asString());
    return new Member(
        UUID.fromString(joined.path("participantId").asText()), joined.path("token").asText());
  }

  public ValidatableResponse tryJoin(Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("joinCode", "facilitator".equals(fields.get("role")) ? facilitatorCode : joinCode);
    body.putAll(fields);
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/sessions/{id}/participants", id)
        .then();
  }

  public ValidatableResponse post(String token, String path, Map<String, ?> body) {
    return LiveTeam.as(token).body(body).post("/api/sessions/" + id + path).then();
  }

  public ValidatableResponse put(String token, String path, Map<String, ?> body) {
    return LiveTeam.as(token).body(body).put("/api/sessions/" + id + path).then();
  }

  public ValidatableResponse delete(String token, String path) {
    return LiveTeam.as(token).delete("/api/sessions/" + id + path).then();
  }

  public ValidatableResponse to(String phase) {
    return post(owner, "/phase", Map.of("to", phase));
  }

  /** Changes the session to these phases, one after the other. */
  public LiveSession through(String... phases) {
    for (String phase : phases) {
      to(phase).statusCode("closing".equals(phase) ? 202 : 200);
    }
    return this;
  }

  /** Publishes idea-service's answer to closing, and waits until the session is closed. */
  public LiveSession sealed() {
    TestEvents.publish("idea.events", UUID.randomUUID(), BOARD_SEALED, id, seal());
    await("closed").until(() -> phase().equals("closed"));
    return this;
  }

  /** The golden sample of idea-service's event, for this session's board. */
  public String seal() {
    String sample = Contracts.sample("idea-service", BOARD_SEALED);
    return sample
        .replace(Contracts.tree(sample).path("sessionId").asText(), id.toString())
        .replaceFirst("\"logRevision\"\\s*:\\s*\\d+", "\"logRevision\" : null");
  }

  private String phase() {
    return Contracts.tree(get(owner).statusCode(200).extract().asString()).path("phase").asText();
  }

  public JsonPath get() {
    return get(owner).statusCode(200).extract().jsonPath();
  }

  public ValidatableResponse get(String token) {
    return LiveTeam.as(token).get("/api/sessions/{id}", id).then();
  }

  public ValidatableResponse list(String token) {
    return LiveTeam.as(token).get("/api/sessions/{id}/participants", id).then();
  }

  public List<String> types() {
    return LiveTeam.types(id);
  }

  /** Waits until all events of the session are published, and returns the last one of this type. */
  public JsonPath event(String type) {
    await("publication").until(this::isPublished);
    return await(type).until(() -> last(type), Optional::isPresent).orElseThrow();
  }

  /** The relay deletes what it has published. */
  private boolean isPublished() throws SQLException {
    try (Connection connection = CDI.current().select(DataSource.class).get().getConnection();
        PreparedStatement select =
            connection.prepareStatement("select from outbox where key = ? limit 1")) {
      select.setObject(1, id);
      return !select.executeQuery().next();
    }
  }

  private Optional<JsonPath> last(String type) {
    return TestEvents.read("session.events", id).stream()
        .filter(event -> event.type().equals("microstorm.session." + type + ".v1"))
        .reduce((first, second) -> second)
        .map(event -> JsonPath.from(event.payload().toString()));
  }
}

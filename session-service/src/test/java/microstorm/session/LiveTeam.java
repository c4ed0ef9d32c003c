package microstorm.session;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;

/** A team with an owner's token, and the requests of its tests over HTTP. */
public final class LiveTeam {

  /** The fields that a session needs before its group may write. */
  static final Map<String, Object> DEFINED =
      Map.of("title", "Session", "problem", "A problem?", "criteria", List.of("Cheap", "Quick"));

  public final UUID id;
  public final String token;

  public LiveTeam(String name) {
    JsonNode created = answer("/api/teams", Map.of("name", name));
    Map<String, ?> key = Map.of("ownerKey", created.path("ownerKey").asText());
    id = UUID.fromString(created.path("id").asText());
    token =
        answer("/api/teams/" + created.path("slug").asText() + "/tokens", key)
            .path("token")
            .asText();
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  /** Plans a session that is ready to start, with these additional fields. */
  public LiveSession plan(Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>(DEFINED);
    body.putAll(fields);
    return new LiveSession(Contracts.tree(post(body).statusCode(201).extract().asString()), token);
  }

  public ValidatableResponse post(Object body) {
    return as(token).body(body).post("/api/sessions").then();
  }

  private static JsonNode answer(String path, Map<String, ?> body) {
    return Contracts.tree(given().contentType("application/json").body(body).post(path).asString());
  }

  static List<String> types(UUID session) {
    return TestEvents.read("session.events", session).stream()
        .map(event -> event.type().replace("microstorm.session.", "").replace(".v1", ""))
        .toList();
  }
}

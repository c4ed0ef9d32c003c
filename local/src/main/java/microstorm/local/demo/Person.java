package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import microstorm.local.client.Answer;
import microstorm.local.client.Api;

/** Somebody in a session: a name, a token, and what can be done with it. */
final class Person {

  private final Api api;
  private final String session;
  private final String name;
  private final String id;
  private final String token;

  private Person(Api api, String session, String name, JsonNode joined) {
    this.api = api;
    this.session = session;
    this.name = name;
    this.id = joined.path("participantId").asText();
    this.token = joined.path("token").asText();
  }

  /** Joins by the link's code, which needs no account. */
  static Person join(Api api, String session, String code, String name, String role) {
    Map<String, String> request = Map.of("joinCode", code, "name", name, "role", role);
    JsonNode joined =
        api.post("/api/sessions/" + session + "/participants", "", request).expect(201);
    return new Person(api, session, name, joined);
  }

  String name() {
    return name;
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  JsonNode board() {
    return api.send("GET", "/api/boards/" + session, token).expect(200);
  }

  Answer onBoard(String path, Map<String, ?> body) {
    return api.post("/api/boards/" + session + path, token, body);
  }

  Answer onBoard(String method, String path, Map<String, ?> body) {
    return api.send(method, "/api/boards/" + session + path, token, body);
  }

  Answer inSession(String path, Map<String, ?> body) {
    return api.post("/api/sessions/" + session + path, token, body);
  }

  Answer inSession(String method, String path) {
    return api.send(method, "/api/sessions/" + session + path, token);
  }
}

package microstorm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A person in a session: the name, the token, and the calls that a person makes. */
public final class Person {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Api api;
  private final String session;
  private final String name;
  private final String id;
  private final String token;

  private Person(Api api, String session, String name, String id, String token) {
    this.api = api;
    this.session = session;
    this.name = name;
    this.id = id;
    this.token = token;
  }

  /** Joins a session with a join code or facilitator code. */
  public static Person join(Api api, String session, String code, String name, String role) {
    Map<String, String> request = Map.of("joinCode", code, "name", name, "role", role);
    JsonNode joined =
        api.post("/api/sessions/" + session + "/participants", "", request).expect(201);
    return new Person(
        api, session, name, joined.path("participantId").asText(), joined.path("token").asText());
  }

  /** The person with this token, in the given session. */
  public static Person with(Api api, String session, String token) {
    return new Person(api, session, "", "", token);
  }

  public String name() {
    return name;
  }

  /** The participant's id; empty for a person created from a token. */
  public String id() {
    return id;
  }

  public String token() {
    return token;
  }

  /** The board as this person sees it. */
  public JsonNode board() {
    return api.send("GET", "/api/boards/" + session, token).expect(200);
  }

  /**
   * Waits until the board fulfils a condition, 30 s at most: a board learns of a phase or a break
   * some milliseconds after the session.
   *
   * @throws CallFailed if it does not in time
   */
  public JsonNode awaitBoard(Predicate<JsonNode> condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode board = board();
    while (!condition.test(board)) {
      if (Instant.now().isAfter(deadline)) {
        throw new CallFailed("The board of session " + session + " does not follow its session.");
      }
      TimeUnit.MILLISECONDS.sleep(50);
      board = board();
    }
    return board;
  }

  /** The board's live stream as this person sees it. */
  public LiveStream stream() {
    return api.stream(session, token);
  }

  /** Posts to a path below the board. */
  public Answer onBoard(String path, Map<String, ?> body) {
    return onBoard("POST", path, body);
  }

  /** Sends a request to a path below the board. */
  public Answer onBoard(String method, String path, Map<String, ?> body) {
    return api.send(method, "/api/boards/" + session + path, token, body);
  }

  /** Sends a request without a body to a path below the board. */
  public Answer onBoard(String method, String path) {
    return api.send(method, "/api/boards/" + session + path, token);
  }

  /** Posts to a path below the session. */
  public Answer inSession(String path, Map<String, ?> body) {
    return inSession("POST", path, body);
  }

  /** Sends a request to a path below the session. */
  public Answer inSession(String method, String path, Map<String, ?> body) {
    return api.send(method, "/api/sessions/" + session + path, token, body);
  }

  /** Sends a request without a body to a path below the session. */
  public Answer inSession(String method, String path) {
    return api.send(method, "/api/sessions/" + session + path, token);
  }

  /** Submits an idea and returns the response. */
  public JsonNode writes(String text) {
    return onBoard("/ideas", Map.of("text", text)).expect(201);
  }
}

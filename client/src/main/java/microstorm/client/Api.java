package microstorm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls the API of Microstorm for the launcher, the demo and the tests. Each call of an operation
 * with an {@code Idempotency-Key} gets a key of its own: a random UUID, since for joining the key
 * is a secret.
 */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The service or the gateway in front of it reports these if the service is unavailable. */
  private static final Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient http;
  private final Map<String, String> headers;
  private final Duration patience;
  private final Consumer<HttpResponse<String>> observer;

  /**
   * The API at an address such as {@code http://localhost:8080}. A call that gets 502, 503 or 504
   * may have been carried out nevertheless. It is repeated for up to 30 s if a repetition changes
   * nothing, also because of its key; otherwise it is not repeated.
   */
  public Api(URI base) {
    this(
        base,
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(),
        Map.of(),
        PATIENCE,
        response -> {});
  }

  private Api(
      URI base,
      HttpClient http,
      Map<String, String> headers,
      Duration patience,
      Consumer<HttpResponse<String>> observer) {
    this.base = base;
    this.http = http;
    this.headers = headers;
    this.patience = patience;
    this.observer = observer;
  }

  /** A copy that adds a header to each request. */
  public Api withHeader(String name, String value) {
    return new Api(base, http, Map.of(name, value), patience, observer);
  }

  /** A copy that passes each response to an observer before it returns it. */
  public Api observedBy(Consumer<HttpResponse<String>> observer) {
    return new Api(base, http, headers, patience, observer);
  }

  /** A copy that does not repeat calls. */
  public Api withoutRetries() {
    return new Api(base, http, headers, Duration.ZERO, observer);
  }

  /** Creates the team, or finds it if this key created it before, and returns its slug. */
  public String createTeam(String name, String ownerKey) {
    Map<String, String> team = Map.of("name", name, "ownerKey", ownerKey);
    Answer answer = send(json("POST", "/api/teams", "", team), true);
    return answer.expect(answer.status() == 200 ? 200 : 201).path("slug").asText();
  }

  /** Requests a new owner's token. */
  public String token(String slug, String ownerKey) {
    return exchange(slug, ownerKey).expect(200).path("token").asText();
  }

  /** The response to an owner key that is exchanged for a token. */
  public Answer exchange(String slug, String ownerKey) {
    String path = "/api/teams/" + slug + "/tokens";
    return send(json("POST", path, "", Map.of("ownerKey", ownerKey)), true);
  }

  /**
   * Imports a log and returns the address of the import's status. Importing the same log again
   * changes nothing.
   */
  public URI importLog(Path log, String token) throws IOException {
    HttpRequest.Builder request =
        request("POST", "/api/logs", token, BodyPublishers.ofFile(log))
            .header("Content-Type", "text/markdown");
    Answer answer = send(request, true);
    answer.expect(202);
    return base.resolve(URI.create(answer.header("Location")).getPath());
  }

  /** The body of a path that must return 200. */
  public JsonNode get(URI uri, String token) {
    return send("GET", uri.getPath(), token).expect(200);
  }

  /** Sends a request without a body. */
  public Answer send(String method, String path, String token) {
    return send(
        request(method, path, token, BodyPublishers.noBody()),
        Repeats.isHarmless(method, path, Map.of()));
  }

  /** Sends a request with a JSON body. */
  public Answer send(String method, String path, String token, Map<String, ?> body) {
    return send(json(method, path, token, body), Repeats.isHarmless(method, path, body));
  }

  /** Posts a JSON body. */
  public Answer post(String path, String token, Map<String, ?> body) {
    return send("POST", path, token, body);
  }

  /** The live stream of a board, from its first event on. */
  public LiveStream stream(String sessionId, String token) {
    return new LiveStream(http, base.resolve("/api/boards/" + sessionId + "/stream"), token);
  }

  private HttpRequest.Builder json(String method, String path, String token, Map<String, ?> body) {
    return request(method, path, token, BodyPublishers.ofString(JSON.valueToTree(body).toString()))
        .header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(
      String method, String path, String token, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    headers.forEach(request::header);
    if (Repeats.takesKey(method, path)) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /**
   * Sends a request, and repeats it while the service is unavailable, if a repetition changes
   * nothing.
   */
  private Answer send(HttpRequest.Builder builder, boolean repeatable) {
    HttpRequest request = builder.build();
    Instant deadline = Instant.now().plus(patience);
    boolean repeated = false;
    while (true) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (!repeatable
            || !UNAVAILABLE.contains(response.statusCode())
            || Instant.now().isAfter(deadline)) {
          observer.accept(response);
          return new Answer(request, response, repeated);
        }
        repeated = true;
        TimeUnit.MILLISECONDS.sleep(300);
      } catch (IOException e) {
        throw new CallFailed("No response from " + request.uri() + ": " + e + ".", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CallFailed("Interrupted while calling " + request.uri() + ".", e);
      }
    }
  }
}

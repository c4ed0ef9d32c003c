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

/**
 * The product's own API, as the launcher, the demo and the tests call it. Where the API takes an
 * {@code Idempotency-Key} each call has one: a random UUID, which nobody else knows, since for
 * joining it stands for the person.
 */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A service that is away says so itself, or the gateway before it does. */
  private static final Set<Integer> AWAY = Set.of(502, 503, 504);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient http;
  private final Map<String, String> headers;
  private final Duration patience;

  /**
   * The API at an address such as {@code http://localhost:8080}. A call that finds the service away
   * (502, 503, 504) may have been carried out all the same: it is made again for up to 30 s when
   * that changes nothing more, be it by its key, and otherwise not.
   */
  public Api(URI base) {
    this(
        base,
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(),
        Map.of(),
        PATIENCE);
  }

  private Api(URI base, HttpClient http, Map<String, String> headers, Duration patience) {
    this.base = base;
    this.http = http;
    this.headers = headers;
    this.patience = patience;
  }

  /** The same with a header on each request. */
  public Api withHeader(String name, String value) {
    return new Api(base, http, Map.of(name, value), patience);
  }

  /** The same without a second attempt: what a call is answered with first is its answer. */
  public Api withoutRetries() {
    return new Api(base, http, headers, Duration.ZERO);
  }

  /** Creates the team, or finds it if this key created it before; its slug. */
  public String createTeam(String name, String ownerKey) {
    Map<String, String> team = Map.of("name", name, "ownerKey", ownerKey);
    Answer answer = send(json("POST", "/api/teams", "", team), true);
    return answer.expect(201).path("slug").asText();
  }

  /** A fresh owner's token. */
  public String token(String slug, String ownerKey) {
    String path = "/api/teams/" + slug + "/tokens";
    Answer answer = send(json("POST", path, "", Map.of("ownerKey", ownerKey)), true);
    return answer.expect(200).path("token").asText();
  }

  /** Hands in a log, which changes nothing when it was there; where its import can be watched. */
  public URI importLog(Path log, String token) throws IOException {
    HttpRequest.Builder request =
        request("POST", "/api/logs", token, BodyPublishers.ofFile(log))
            .header("Content-Type", "text/markdown");
    Answer answer = send(request, true);
    answer.expect(202);
    return base.resolve(URI.create(answer.header("Location")).getPath());
  }

  /** What a path answers with 200. */
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

  /** The stream of a board, read from its first event on. */
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

  /** Tries again while the service is not there, if the request may be repeated as it is. */
  private Answer send(HttpRequest.Builder builder, boolean repeatable) {
    HttpRequest request = builder.build();
    Instant deadline = Instant.now().plus(patience);
    boolean repeated = false;
    while (true) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (!repeatable
            || !AWAY.contains(response.statusCode())
            || Instant.now().isAfter(deadline)) {
          return new Answer(request, response, repeated);
        }
        repeated = true;
        TimeUnit.MILLISECONDS.sleep(300);
      } catch (IOException e) {
        throw new CallFailed(request.uri() + " does not answer: " + e + ".", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CallFailed("Interrupted while calling " + request.uri() + ".", e);
      }
    }
  }
}

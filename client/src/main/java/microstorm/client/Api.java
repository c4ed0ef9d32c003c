package microstorm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The product's own API, as the launcher, the demo and the tests call it. */
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
   * (502, 503, 504) is made again for up to 30 s.
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
    Answer answer = post("/api/teams", "", Map.of("name", name, "ownerKey", ownerKey));
    return answer.expect(201).path("slug").asText();
  }

  /** A fresh owner's token. */
  public String token(String slug, String ownerKey) {
    Answer answer = post("/api/teams/" + slug + "/tokens", "", Map.of("ownerKey", ownerKey));
    return answer.expect(200).path("token").asText();
  }

  /** Hands in a log; where its import can be watched. */
  public URI importLog(Path log, String token) throws IOException {
    HttpRequest.Builder request =
        request("/api/logs", token)
            .header("Content-Type", "text/markdown")
            .POST(BodyPublishers.ofFile(log));
    Answer answer = send(request);
    answer.expect(202);
    return base.resolve(URI.create(answer.header("Location")).getPath());
  }

  /** What a path answers with 200. */
  public JsonNode get(URI uri, String token) {
    return send("GET", uri.getPath(), token).expect(200);
  }

  /** Sends a request without a body. */
  public Answer send(String method, String path, String token) {
    return send(request(path, token).method(method, BodyPublishers.noBody()));
  }

  /** Sends a request with a JSON body. */
  public Answer send(String method, String path, String token, Map<String, ?> body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  /** Posts a JSON body. */
  public Answer post(String path, String token, Map<String, ?> body) {
    return send("POST", path, token, body);
  }

  /** The stream of a board, read from its first event on. */
  public LiveStream stream(String sessionId, String token) {
    return new LiveStream(http, base.resolve("/api/boards/" + sessionId + "/stream"), token);
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    headers.forEach(request::header);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Tries again while the service is not there; every call here may be repeated. */
  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (!AWAY.contains(response.statusCode()) || Instant.now().isAfter(deadline)) {
          return new Answer(request, response);
        }
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

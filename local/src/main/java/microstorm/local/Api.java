package microstorm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.concurrent.TimeUnit;

/** The few calls that the launcher makes to the product's own API. */
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Api(URI base) {
    this.base = base;
  }

  /** Creates the team, or finds it if this key created it before; its slug. */
  String createTeam(String name, String ownerKey) {
    Answer answer = postJson("/api/teams", Map.of("name", name, "ownerKey", ownerKey));
    return answer.expect(201).path("slug").asText();
  }

  /** A fresh owner's token. */
  String token(String slug, String ownerKey) {
    Answer answer = postJson("/api/teams/" + slug + "/tokens", Map.of("ownerKey", ownerKey));
    return answer.expect(200).path("token").asText();
  }

  /** Hands in a log; where its import can be watched. */
  URI importLog(Path log, String token) throws IOException {
    HttpRequest.Builder request =
        request("/api/logs", token)
            .header("Content-Type", "text/markdown")
            .POST(BodyPublishers.ofFile(log));
    Answer answer = send(request);
    answer.expect(202);
    return base.resolve(URI.create(answer.location()).getPath());
  }

  JsonNode get(URI uri, String token) {
    return send(request(uri.getPath(), token).GET()).expect(200);
  }

  private Answer postJson(String path, Map<String, String> body) {
    return send(
        request(path, "")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Tries again while the service is not there; every call here may be repeated. */
  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 503 || Instant.now().isAfter(deadline)) {
          return new Answer(request, response);
        }
        TimeUnit.MILLISECONDS.sleep(300);
      } catch (IOException e) {
        throw new StartException(request.uri() + " does not answer: " + e + ".", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StartException("Interrupted while calling " + request.uri() + ".", e);
      }
    }
  }

  /** An answer, which is what was expected or the end of it. */
  private record Answer(HttpRequest request, HttpResponse<String> response) {
    JsonNode expect(int status) {
      if (response.statusCode() != status) {
        throw new StartException(
            "%s %s was answered with %d instead of %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    response.statusCode(),
                    status,
                    response.body().strip()));
      }
      try {
        return response.body().isBlank()
            ? MissingNode.getInstance()
            : JSON.readTree(response.body());
      } catch (IOException e) {
        throw new StartException(request.uri() + " did not answer with JSON.", e);
      }
    }

    String location() {
      return response
          .headers()
          .firstValue("Location")
          .orElseThrow(() -> new StartException(request.uri() + " named no Location."));
    }
  }
}

package microstorm.local.fairness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.client.Api;
import microstorm.client.Person;

/** A team with a session in the quiet phase, and its requests. Each method returns the status. */
final class BenchTeam {

  private static final String LOG =
      "### Session : 1\n\n**Date**: 2020-05-09\n\n**Title**: Title\n\n- an idea\n- another\n";

  private final URI base;
  private final HttpClient http;
  private final String owner;
  private final String session;
  private final Person writer;

  BenchTeam(URI base) throws InterruptedException {
    this.base = base;
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Api api = new Api(base);
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);
    Map<String, ?> plan =
        Map.of("title", "A session", "problem", "A problem", "criteria", List.of("A criterion"));
    JsonNode planned = api.post("/api/sessions", owner, plan).expect(201);
    session = planned.path("id").asText();
    String code = planned.path("facilitatorCode").asText();
    Person facilitator = Person.join(api, session, code, "Facilitator", "facilitator");
    writer = Person.join(api, session, planned.path("joinCode").asText(), "Writer", "participant");
    facilitator.inSession("/phase", Map.of("to", "lobby")).expect(200);
    facilitator.inSession("/phase", Map.of("to", "quiet")).expect(200);
    facilitator.awaitBoard(board -> board.path("phase").asText().equals("quiet"));
  }

  /** Fills the board with ideas of this length. */
  BenchTeam withIdeas(int ideas, int length) {
    String text = "x".repeat(length);
    for (int i = 0; i < ideas; i++) {
      writer.writes(text);
    }
    return this;
  }

  URI base() {
    return base;
  }

  String token() {
    return writer.token();
  }

  String ownerToken() {
    return owner;
  }

  String boardPath() {
    return "/api/boards/" + session;
  }

  int readBoard() {
    return status(request(boardPath(), writer.token()));
  }

  int exportLog() {
    return status(request("/api/logs", owner).header("Accept", "text/markdown"));
  }

  int importLog() {
    return status(
        request("/api/logs", owner)
            .header("Content-Type", "text/markdown")
            .POST(BodyPublishers.ofString(LOG)));
  }

  int post() {
    return status(
        request(boardPath() + "/ideas", writer.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"text\":\"an idea\"}")));
  }

  /** Opens a stream and closes it after the first bytes. */
  int watch() {
    try {
      HttpResponse<InputStream> stream =
          http.send(
              request(boardPath() + "/stream", writer.token()).build(),
              BodyHandlers.ofInputStream());
      try (InputStream body = stream.body()) {
        body.read();
      }
      return stream.statusCode();
    } catch (IOException e) {
      return 599;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 599;
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private int status(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 599;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 599;
    }
  }
}

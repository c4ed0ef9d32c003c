package microstorm.local.fairness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import microstorm.client.Api;
import microstorm.client.Person;

/** A team with a session in the sharing phase, and its requests. Each method returns the status. */
final class BenchTeam {

  private static final String LOG =
      "### Session : 1\n\n**Date**: 2020-05-09\n\n**Title**: Title\n\n- an idea\n- another\n";

  /** The requests that the benchmark measures. */
  static final List<ToIntFunction<BenchTeam>> REQUESTS =
      List.of(
          BenchTeam::importLog,
          BenchTeam::exportLog,
          BenchTeam::readReport,
          BenchTeam::readBoard,
          BenchTeam::watch,
          BenchTeam::post);

  private static final int LOG_IDEAS = 200;
  private static final Duration IMPORT_PATIENCE = Duration.ofMinutes(3);

  private final URI base;
  private final Api api;
  private final HttpClient http;
  private final String owner;
  private final String session;
  private final Person writer;
  private final LongAdder bytesRead = new LongAdder();
  private String report;

  BenchTeam(URI base) throws InterruptedException {
    this.base = base;
    this.http = newClient();
    this.api = new Api(base);
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
    writer.inSession("/ready", Map.of("ready", true)).expect(200);
    facilitator.inSession("/phase", Map.of("to", "sharing")).expect(200);
    facilitator.awaitBoard(board -> board.path("phase").asText().equals("sharing"));
  }

  private BenchTeam(BenchTeam team, URI base) {
    this.base = base;
    this.api = team.api;
    this.http = newClient();
    this.owner = team.owner;
    this.session = team.session;
    this.writer = team.writer;
    this.report = team.report;
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** The same team, whose requests go to another server. */
  BenchTeam at(URI server) {
    return new BenchTeam(this, server);
  }

  /** Fills the board with ideas of this length. */
  BenchTeam withIdeas(int ideas, int length) {
    String text = "x".repeat(length);
    for (int i = 0; i < ideas; i++) {
      writer.writes(text);
    }
    return this;
  }

  /**
   * Imports a log with this number of sessions, each of 200 ideas, and waits for the last report.
   */
  BenchTeam withLog(int sessions) throws Exception {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= sessions; i++) {
      log.append("### Session : %d\n\n**Date**: 2020-05-%02d\n\n".formatted(i, i));
      log.append("**Title**: Title %d\n\n".formatted(i));
      log.append("- an idea of some words, as people write them in a hurry\n".repeat(LOG_IDEAS));
      log.append('\n');
    }
    importOf(log.toString());
    long deadline = System.nanoTime() + IMPORT_PATIENCE.toNanos();
    List<String> complete = completeReports();
    while (complete.size() < sessions) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The log is not imported: " + complete);
      }
      TimeUnit.MILLISECONDS.sleep(200);
      complete = completeReports();
    }
    report = complete.get(0);
    return this;
  }

  private List<String> completeReports() {
    List<String> complete = new ArrayList<>();
    for (JsonNode item : api.send("GET", "/api/reports", owner).expect(200).path("items")) {
      if (item.path("complete").asBoolean()) {
        complete.add(item.path("sessionId").asText());
      }
    }
    return complete;
  }

  /** The number of bytes of answers that were read since the last call. */
  long takeBytesRead() {
    return bytesRead.sumThenReset();
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

  int readReport() {
    return status(request("/api/reports/" + report, owner).header("Accept", "application/json"));
  }

  int importLog() {
    return importOf(LOG);
  }

  private int importOf(String log) {
    return status(
        request("/api/logs", owner)
            .header("Content-Type", "text/markdown")
            .POST(BodyPublishers.ofString(log)));
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
      BodyHandler<Void> counting =
          BodyHandlers.ofByteArrayConsumer(
              part -> part.ifPresent(bytes -> bytesRead.add(bytes.length)));
      return http.send(request.build(), counting).statusCode();
    } catch (IOException e) {
      return 599;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 599;
    }
  }
}

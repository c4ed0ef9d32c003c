package microstorm.idea;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import microstorm.testing.RawClient;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** A client that sends faster than its rate, with the default settings. */
@IdeaServiceTest
class RequestRateTest {

  /** More than a client may send at once after a pause. */
  private static final int BURST = 300;

  /** More than may wait: 50 per second for 2 seconds. */
  private static final int FLOOD = 150;

  private static final int AT_A_TIME = 20;

  /** Requests that are sent at once to use up the rate. */
  private static final int BEFORE = 50;

  /** Requests whose clients leave. */
  private static final int LEFT = 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static String client() {
    return TestIssuer.ownerOf(UUID.randomUUID());
  }

  private CompletableFuture<HttpResponse<String>> ask(String token) {
    String path = "http://localhost:%d/api/boards/%s/ideas/%s";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(path.formatted(RestAssured.port, UUID.randomUUID(), UUID.randomUUID())))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  /** Sends all at once, and waits for the answers. */
  private List<HttpResponse<String>> flood(List<String> tokens) {
    return tokens.stream().map(this::ask).toList().stream().map(CompletableFuture::join).toList();
  }

  /** Sends twenty at a time, as a program that waits for its answers does. */
  private List<HttpResponse<String>> inTurn(List<String> tokens) {
    return IntStream.range(0, tokens.size() / AT_A_TIME)
        .mapToObj(i -> tokens.subList(i * AT_A_TIME, (i + 1) * AT_A_TIME))
        .flatMap(part -> flood(part).stream())
        .toList();
  }

  private static List<String> times(int count, List<String> clients) {
    return IntStream.range(0, count).mapToObj(i -> clients.get(i % clients.size())).toList();
  }

  private static List<HttpResponse<String>> refused(List<HttpResponse<String>> answers) {
    return answers.stream().filter(answer -> answer.statusCode() == 429).toList();
  }

  @Test
  void aClientThatSendsFasterThanItsRateWaitsAndIsThenRefused() {
    String fast = client();
    assertThat(refused(inTurn(times(BURST, List.of(fast))))).as("they only wait").isEmpty();
    List<HttpResponse<String>> refused = refused(flood(times(FLOOD, List.of(fast))));
    assertThat(refused).hasSizeBetween(FLOOD / 10, FLOOD / 2);
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
              assertThat(answer.body())
                  .contains("/api/problems#too-many-requests", "50 requests per second");
            });
    assertThat(flood(List.of(client())).get(0).statusCode()).as("another client").isEqualTo(404);
  }

  /** The control: it is the rate of one client that counts, not the number of requests. */
  @Test
  void tenClientsMaySendAsManyRequestsTogether() {
    List<String> clients = Stream.generate(RequestRateTest::client).limit(10).toList();
    assertThat(refused(inTurn(times(BURST, clients)))).isEmpty();
    assertThat(refused(flood(times(FLOOD, clients)))).isEmpty();
  }

  /** Sends requests faster than they are answered. After a refusal the next ones wait for 2 s. */
  private List<CompletableFuture<HttpResponse<String>>> sendUntilOneIsRefused(String token) {
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    do {
      List<CompletableFuture<HttpResponse<String>>> next =
          times(BEFORE, List.of(token)).stream().map(this::ask).toList();
      CompletableFuture.anyOf(next.toArray(CompletableFuture[]::new)).join();
      sent.addAll(next);
    } while (refused(
            sent.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join).toList())
        .isEmpty());
    return sent;
  }

  /** The control is the last topic, whose client stays. */
  @Test
  void aRequestWhoseClientLeavesWhileItWaitsIsNotCarriedOut() throws IOException {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    String token = board.owner().token();
    List<CompletableFuture<HttpResponse<String>>> earlier = sendUntilOneIsRefused(token);
    for (int i = 0; i < LEFT; i++) {
      try (RawClient client = new RawClient(RestAssured.port)) {
        client.send(newTopic(board, token));
      }
    }
    earlier.forEach(CompletableFuture::join);
    try (RawClient client = new RawClient(RestAssured.port)) {
      assertThat(client.send(newTopic(board, token)).answer()).startsWith("HTTP/1.1 201");
    }
    assertThat(board.view(board.owner()).getList("topics")).hasSize(1);
  }

  private static String newTopic(LiveBoard board, String token) {
    String body = "{\"title\": \"A topic\"}";
    return """
        POST /api/boards/%s/topics HTTP/1.1\r
        Host: a\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(board.session, token, body.length(), body);
  }
}

package microstorm.idea;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
}

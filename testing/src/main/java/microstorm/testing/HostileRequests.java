package microstorm.testing;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Sends requests that no ordinary client sends: a service must keep nothing of them, and they must
 * occupy no thread. A test of each service extends this class.
 */
public abstract class HostileRequests {

  private static final int REHEARSAL = 2_000;

  /** A leak would keep some hundred bytes of each request at least. */
  private static final long NOISE_BYTES_PER_REQUEST = 80;

  private static final long NOISE_BYTES = 8_000_000;

  /**
   * Allows for new statuses and timers of the service itself; an invented label would add
   * thousands.
   */
  private static final int NOISE_SERIES = 100;

  /** More than there are worker threads. */
  private static final int SLOW = 300;

  /** Kafka's clients publish further series when they connect to another broker. */
  private static final String KAFKA_CLIENTS = "kafka_";

  /**
   * A POST that a service refuses.
   *
   * @param fields the header fields, each with its line end
   * @param status the status of the response to a body of {@code {}} without those fields
   */
  public record RefusedPost(String path, String mediaType, String fields, int status) {}

  private final String path;
  private final int invented;
  private final RefusedPost post;

  @TestHTTPResource URI service;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  /**
   * @param path a path of the API with {@code %s} for an invented id
   * @param invented the number of invented requests of each kind
   */
  protected HostileRequests(String path, int invented, RefusedPost post) {
    this.path = path;
    this.invented = invented;
    this.post = post;
  }

  private List<String> series() {
    String page = given().get(metrics).then().statusCode(200).extract().asString();
    return page.lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith(KAFKA_CLIENTS))
        .toList();
  }

  @Test
  void nothingOfInventedRequestsIsKept() {
    InventedRequests requests = new InventedRequests(service, path);
    requests.withMethods(REHEARSAL);
    requests.withKnownMethods(REHEARSAL);
    long heap = HeapUse.afterCollection() + NOISE_BYTES + invented * NOISE_BYTES_PER_REQUEST;
    int before = series().size();
    requests.withMethods(invented);
    requests.withKnownMethods(invented);
    await("the heap is as before").until(() -> HeapUse.afterCollection() < heap);
    assertThat(series())
        .hasSizeLessThan(before + NOISE_SERIES)
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("invented"))
        .anyMatch(line -> line.contains("method=\"other\""));
  }

  @Test
  void anUnknownMethodIsRefusedBeforeAnythingElse() {
    given()
        .body("never read")
        .request("INVENTED", path.formatted("x"))
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .header("Allow", equalTo("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
  }

  @Test
  void incompleteBodiesOccupyNoWorkerThread() throws IOException {
    String fields = "Content-Type: " + post.mediaType + "\r\n" + post.fields;
    try (SlowBodies slow = new SlowBodies(service, post.path, fields, SLOW)) {
      assertThat(slow.count()).isEqualTo(SLOW);
      given().get(ready).then().statusCode(200);
      given().contentType(post.mediaType).body("{}").post(post.path).then().statusCode(post.status);
    }
  }
}

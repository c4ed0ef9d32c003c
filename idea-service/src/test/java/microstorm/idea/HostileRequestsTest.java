package microstorm.idea;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.UUID;
import microstorm.testing.HeapUse;
import microstorm.testing.InventedRequests;
import microstorm.testing.SlowBodies;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/**
 * What clients without an account send leaves nothing behind, and what others send occupies no
 * thread.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "ideas"))
@QuarkusTestResource(TestIssuer.class)
class HostileRequestsTest {

  private static final int INVENTED = 100_000;
  private static final int REHEARSAL = 2_000;

  /** A leak keeps some hundred bytes of each request at least. */
  private static final long NOISE_BYTES = 16_000_000;

  private static final int METRICS_NOISE_CHARACTERS = 20_000;

  /** More than there are worker threads. */
  private static final int SLOW = 300;

  @TestHTTPResource URI service;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  private String metrics() {
    return given().get(metrics).then().statusCode(200).extract().asString();
  }

  @Test
  void nothingThatAClientInventsIsKept() {
    InventedRequests requests = new InventedRequests(service, "/api/boards/%s");
    requests.withMethods(REHEARSAL);
    requests.withKnownMethods(REHEARSAL);
    long heap = HeapUse.afterCollection();
    int series = metrics().length();
    requests.withMethods(INVENTED);
    requests.withKnownMethods(INVENTED);
    await("the heap is as before").until(() -> HeapUse.afterCollection() < heap + NOISE_BYTES);
    assertThat(metrics())
        .hasSizeLessThan(series + METRICS_NOISE_CHARACTERS)
        .doesNotContainIgnoringCase("invented")
        .contains("method=\"other\"");
  }

  @Test
  void anUnknownMethodIsRefusedBeforeAnythingElse() {
    given()
        .body("never read")
        .request("INVENTED", "/api/boards/%s".formatted("x"))
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .header("Allow", equalTo("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
  }

  @Test
  void bodiesThatDoNotComeOccupyNoWorkerThread() throws IOException {
    String fields =
        "Content-Type: application/json\r\nAuthorization: Bearer "
            + TestIssuer.ownerOf(UUID.randomUUID())
            + "\r\n";
    try (SlowBodies slow =
        new SlowBodies(
            service, "/api/boards/01890000-0000-7000-8000-000000000000/topics", fields, SLOW)) {
      assertThat(slow.count()).isEqualTo(SLOW);
      given().get(ready).then().statusCode(200);
      given()
          .contentType("application/json")
          .body("{}")
          .post("/api/boards/01890000-0000-7000-8000-000000000000/topics")
          .then()
          .statusCode(401);
    }
  }
}

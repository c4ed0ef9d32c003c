package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** What operators see is on a port of its own; what everybody sees keeps to itself. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
class OperationsTest {

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @TestHTTPResource(value = "/health/live", management = true)
  URL live;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @TestHTTPResource(value = "/dead-letters", management = true)
  URL deadLetters;

  @Test
  void healthAndMetricsAreOnTheManagementPort() {
    given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    given().get(live).then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get(metrics)
        .then()
        .statusCode(200)
        .body(containsString("microstorm_outbox_unpublished"))
        .body(containsString("microstorm_outbox_oldest_age"));
    given().get(deadLetters).then().statusCode(200);
  }

  @Test
  void noneOfThemIsOnThePublicPort() {
    for (String path : new String[] {"/q/health", "/q/metrics", "/q/dead-letters", "/q/openapi"}) {
      given().get(path).then().statusCode(404);
    }
  }

  @Test
  void thePageRunsNothingFromElsewhere() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'self'"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body(containsString("Microstorm"));
  }
}

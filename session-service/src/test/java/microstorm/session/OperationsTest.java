package microstorm.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Health, metrics and dead letters are on a port of their own. */
@SessionServiceTest
class OperationsTest {

  @TestHTTPResource("/api/problems")
  URL page;

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
  void thePublicPortServesNoneOfThem() {
    for (String path : new String[] {"/q/health", "/q/metrics", "/q/dead-letters", "/q/openapi"}) {
      given().get(path).then().statusCode(404);
    }
  }

  /**
   * A client that upgrades the protocol through a proxy could request any path, including those
   * that the proxy blocks.
   */
  @Test
  void theServiceRefusesToUpgradeTheProtocol() throws Exception {
    HttpRequest offer = HttpRequest.newBuilder(page.toURI()).version(Version.HTTP_2).build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(offer, HttpResponse.BodyHandlers.discarding());
    assertThat(answer.version()).isEqualTo(Version.HTTP_1_1);
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}

package microstorm.report.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.ReportServiceTest;
import microstorm.report.platform.check.State;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report where there is no cluster. */
@ReportServiceTest
class PlatformTest {

  @TestHTTPResource(value = "/platform", management = true)
  URL details;

  @Test
  void thePublicReportHasNoEvidence() {
    given()
        .get("/api/platform")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("environment", equalTo("local"))
        .body("findings.size()", equalTo(10))
        .body("findings", everyItem(not(hasKey("evidence"))));
    String member =
        TestIssuer.memberOf(UUID.randomUUID(), UUID.randomUUID(), "facilitator", "a key");
    for (String token : List.of(TestIssuer.ownerOf(UUID.randomUUID()), member)) {
      given()
          .auth()
          .oauth2(token)
          .get("/api/platform")
          .then()
          .statusCode(200)
          .body("findings", everyItem(not(hasKey("evidence"))));
    }
  }

  @Test
  void theOperatorReadsTheEvidenceOnTheManagementPort() {
    given()
        .get(details)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("findings.size()", equalTo(10))
        .body("findings", everyItem(hasKey("evidence")))
        .body("findings[9].evidence[0].fact", containsString("not encrypted"));
    given().get("/q/platform").then().statusCode(404);
  }

  /** The resource checks no token, so an expired one does not matter either. */
  @Test
  void anExpiredTokenMakesNoDifference() {
    String expired =
        TestIssuer.token(
            UUID.randomUUID(), claims -> claims.setExpirationTimeMinutesInTheFuture(-5));
    for (String accept : List.of("application/json", "text/html")) {
      given().auth().oauth2(expired).accept(accept).get("/api/platform").then().statusCode(200);
    }
  }

  @Test
  void thePageIsForPeopleAndRunsNothing() {
    String page =
        given()
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .get("/api/platform")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();
    assertThat(page)
        .contains("<strong>local</strong>", "Kubernetes: fault-tolerant")
        .doesNotContain("<script", "style=");
  }

  @Test
  void aSentenceIsTextOnThePage() {
    PlatformFinding finding =
        new PlatformFinding(Point.RESOURCES, "A point", State.YES, "<script>alert(1)</script>");
    assertThat(
            PlatformPage.report(
                    new PlatformReport(Environment.COMPOSE, Instant.EPOCH, List.of(finding)))
                .render())
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void withoutAClusterNoClientIsMade() {
    given().get("/api/platform").then().statusCode(200);
    InjectableBean<KubernetesClient> client =
        Arc.container().select(KubernetesClient.class).getHandle().getBean();
    assertThat(Arc.container().getActiveContext(client.getScope()).get(client)).isNull();
  }

  private static EnvironmentDetector detector(
      String key, String value, Optional<String> apiServer) {
    PlatformConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(PlatformConfig.class)
            .withDefaultValue("microstorm.platform." + key, value)
            .build()
            .getConfigMapping(PlatformConfig.class);
    return new EnvironmentDetector(config, apiServer);
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 10.0.0.1, KUBERNETES",
    "auto, , LOCAL",
    "compose, , COMPOSE",
    "kubernetes, , KUBERNETES",
    "local, 10.0.0.1, LOCAL"
  })
  void whereItRunsIsNamedOrFound(String named, String apiServer, Environment environment) {
    assertThat(detector("environment", named, Optional.ofNullable(apiServer)).environment())
        .isEqualTo(environment);
  }

  @ParameterizedTest
  @CsvSource({
    "environment, swarm, 'microstorm.platform.environment is swarm; it must be auto, kubernetes,"
        + " compose or local.'",
    "patience, 0s, 'microstorm.platform.patience is PT0S; it must be above 0 and at most PT1H.'",
    "ask-again-after, 2h, 'microstorm.platform.ask-again-after is PT2H; it must be above 0 and at"
        + " most PT1H.'"
  })
  void aWrongSettingStopsTheStart(String key, String value, String sentence) {
    assertThatThrownBy(() -> detector(key, value, Optional.empty()).check(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}

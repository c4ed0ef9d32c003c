package microstorm.report.platform;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import java.util.UUID;
import microstorm.testing.TestIssuer;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a cluster, which lists objects once and then watches them. */
@QuarkusTest
@TestProfile(KubernetesPlatformTest.InACluster.class)
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "platform"))
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(value = ApiServerDouble.class, restrictToAnnotatedClass = true)
class KubernetesPlatformTest {

  /** In a pod the namespace is known from a file. */
  public static class InACluster implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("microstorm.platform.namespace", "here");
    }
  }

  @Inject KubernetesClient client;

  @TestHTTPResource(value = "/platform", management = true)
  URL details;

  private JsonPath report() {
    return given().get(details).then().statusCode(200).extract().jsonPath();
  }

  private static String publicReport(String accept) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(UUID.randomUUID()))
        .accept(accept)
        .get("/api/platform")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String of(String point, String field) {
    return "findings.find { it.point == '%s' }.%s".formatted(point, field);
  }

  @Test
  void theReportIsOfTheClustersObjectsAsTheyChange() {
    JsonPath report = report();
    assertThat(report.getString("environment")).isEqualTo("kubernetes");
    assertThat(report.getList("findings.title")).hasSize(10);
    assertThat(report.getString(of("rolling-update", "state"))).isEqualTo("yes");
    assertThat(report.getString(of("scale-on-demand", "state"))).isEqualTo("yes");

    client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace("here")
        .withName("any-idea-service")
        .delete();
    await().until(() -> report().getString(of("scale-on-demand", "state")).equals("partly"));
    assertThat(report().getString(of("scale-on-demand", "sentence")))
        .isEqualTo("idea-service has no HorizontalPodAutoscaler.");
  }

  @Test
  void namesAMissingRight() {
    JsonPath report = report();
    assertThat(report.getString(of("fault-tolerant", "state"))).isEqualTo("unknown");
    assertThat(report.getString(of("fault-tolerant", "evidence")))
        .contains("no right to list poddisruptionbudgets");
    assertThat(report.getString(of("resources", "state"))).as("control").isEqualTo("yes");
  }

  /** An owner's token does not make its holder an operator: anyone gets one by creating a team. */
  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html"})
  void nodesImagesAndHostsAreForTheOperator(String accept) {
    String[] confidential = {
      "node1",
      "zone-a",
      "microstorm/idea-service:0.1.0",
      "storm.example",
      "any-idea-service",
      "host"
    };
    assertThat(publicReport(accept))
        .contains("Kubernetes: fault-tolerant")
        .doesNotContain(confidential);
    assertThat(report().prettify()).as("the control").contains(confidential);
  }
}

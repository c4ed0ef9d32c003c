package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import microstorm.client.Api;
import microstorm.k8s.fixture.BusySession;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import org.junit.jupiter.api.Test;

/**
 * Tests the log's comparison of Compose and Kubernetes in the report that this deployment gives
 * about itself.
 */
@OnCluster
class PlatformReportIT {

  private static final String READ_DETAILS =
      """
      exec 3<>/dev/tcp/localhost/9000
      printf 'GET /q/platform HTTP/1.0\\r\\n\\r\\n' >&3
      timeout 30 cat <&3 | tail -n 1
      """;

  private final Release release = Release.shared();
  private final Api api = release.api();

  /**
   * Negative control: with an owner's token, which anybody can get, the report shows no names of
   * the cluster.
   */
  @Test
  void onlyTheOperatorSeesNodesImagesAndHosts() {
    String owner = BusySession.begin(api).owner();
    String node = release.pods().of(Service.REPORT).get(0).getSpec().getNodeName();
    String image = "microstorm/report-service:" + Release.imageTag();
    assertThat(api.send("GET", "/api/platform", owner).expect(200).toString())
        .doesNotContain(node, image, "evidence");
    assertThat(details().toString()).contains(node, image, "ms-postgres");
  }

  @Test
  void theClustersOwnObjectsAnswerEveryPoint() {
    JsonNode report = details();
    assertThat(report.path("environment").asText()).isEqualTo("kubernetes");
    assertThat(report.path("findings"))
        .hasSizeGreaterThan(8)
        .noneMatch(finding -> finding.path("state").asText().equals("unknown"));
    assertThat(finding(report, "fault-tolerant").path("evidence").toString())
        .contains("Deployment ms-session-service", "Deployment ms-idea-service");
    assertThat(finding(report, "rolling-update").path("state").asText()).isEqualTo("yes");
    assertThat(finding(report, "discovery").path("state").asText()).isEqualTo("yes");
  }

  /** The report for the operator, read inside the Pod. */
  private JsonNode details() {
    Pod pod = release.pods().of(Service.REPORT).get(0);
    try {
      return new ObjectMapper()
          .readTree(release.pods().exec(pod, "bash", "-c", READ_DETAILS).text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode finding(JsonNode report, String point) {
    return report
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("point").asText().equals(point))
        .findFirst()
        .orElseThrow();
  }
}

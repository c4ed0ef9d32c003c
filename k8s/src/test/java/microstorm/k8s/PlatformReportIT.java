package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import microstorm.client.Api;
import microstorm.k8s.fixture.BusySession;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import org.junit.jupiter.api.Test;

/** The log's comparison of Compose and Kubernetes, told by this very deployment of itself. */
@OnCluster
class PlatformReportIT {

  private final Api api = Release.shared().api();

  @Test
  void everyPointIsAnsweredFromTheClustersOwnObjects() {
    String owner = BusySession.begin(api).owner();
    JsonNode report = api.send("GET", "/api/platform", owner).expect(200);
    assertThat(report.path("environment").asText()).isEqualTo("kubernetes");
    assertThat(report.path("rows"))
        .hasSizeGreaterThan(8)
        .noneMatch(row -> row.path("state").asText().equals("unknown"));
    assertThat(row(report, "fault-tolerant").path("evidence").toString())
        .contains("Deployment ms-session-service", "Deployment ms-idea-service");
    assertThat(row(report, "rolling-update").path("state").asText()).isEqualTo("yes");
    assertThat(row(report, "discovery").path("state").asText()).isEqualTo("yes");
  }

  private static JsonNode row(JsonNode report, String point) {
    return report
        .path("rows")
        .valueStream()
        .filter(row -> row.path("point").asText().equals(point))
        .findFirst()
        .orElseThrow();
  }
}

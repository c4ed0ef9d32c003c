package microstorm.k8s;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.client.Api;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The replicas for a planned large session start before it, with the rights that the chart gives.
 */
@OnCluster
class PreScalingIT {

  private static final String SETTING = "services.session-service.env.MICROSTORM_PRE_SCALING_";

  private final Release release = Release.shared();

  @AfterEach
  void restoreRelease() {
    release.upgrade().pods().awaitSettled();
  }

  @Test
  void theFloorRisesBeforeThePlannedTimeAndFallsWhenItIsCancelled() {
    release.upgrade(
        "preScaling.enabled=true",
        SETTING + "INTERVAL=2s",
        SETTING + "PARTICIPANTS_PER_REPLICA_IDEA_SERVICE=50");
    Api api = release.api();
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    String owner = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);

    JsonNode plan =
        api.post(
                "/api/sessions",
                owner,
                Map.of(
                    "title",
                    "A large session",
                    "plannedAt",
                    Instant.now().plus(Duration.ofMinutes(5)).toString(),
                    "expectedSize",
                    150))
            .expect(201);
    await().atMost(Patience.PODS).until(() -> eventReasons(Service.IDEA).contains("FloorRaised"));
    await().atMost(Patience.PODS).until(() -> release.pods().of(Service.IDEA).size() == 3);

    String cancel = "/api/sessions/" + plan.path("id").asText() + "/phase";
    api.post(cancel, owner, Map.of("to", "cancelled")).expect(200);
    await().atMost(Patience.PODS).until(() -> release.pods().of(Service.IDEA).size() == 2);
    await().atMost(Patience.PODS).until(() -> eventReasons(Service.IDEA).contains("FloorLowered"));
  }

  /** The reasons of the cluster's Events about a service. */
  private List<String> eventReasons(Service service) {
    String name = release.pods().deployment(service).getMetadata().getName();
    return release
        .client()
        .events()
        .v1()
        .events()
        .inNamespace(release.namespace())
        .list()
        .getItems()
        .stream()
        .filter(event -> event.getRegarding().getName().equals(name))
        .map(event -> event.getReason())
        .toList();
  }
}

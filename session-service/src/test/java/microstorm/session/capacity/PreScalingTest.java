package microstorm.session.capacity;

import static io.restassured.RestAssured.given;
import static microstorm.session.capacity.Component.IDEA_SERVICE;
import static microstorm.testing.Patience.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.Test;

/** From a plan over HTTP to the minimum in the cluster, set by the leader. */
@QuarkusTest
@TestProfile(PreScalingTest.SwitchedOn.class)
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "prescaling"))
@QuarkusTestResource(value = ApiServerDouble.class, restrictToAnnotatedClass = true)
class PreScalingTest {

  /** A large group is one of more than 50. */
  public static class SwitchedOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "microstorm.pre-scaling.enabled", "true",
          "microstorm.pre-scaling.release", "mine",
          "microstorm.pre-scaling.namespace", "here",
          "microstorm.pre-scaling.interval", "200ms",
          "microstorm.pre-scaling.lease", "3s",
          "microstorm.pre-scaling.participants-per-replica.idea-service", "50");
    }
  }

  @Inject KubernetesClient client;
  @Inject Clock clock;

  private static String owner() {
    Map<String, String> team =
        given()
            .contentType("application/json")
            .body(Map.of("name", "Planning"))
            .post("/api/teams")
            .jsonPath()
            .getMap("");
    return given()
        .contentType("application/json")
        .body(Map.of("ownerKey", team.get("ownerKey")))
        .post("/api/teams/{slug}/tokens", team.get("slug"))
        .path("token");
  }

  private String plan(String owner, Duration from, int size) {
    return given()
        .auth()
        .oauth2(owner)
        .contentType("application/json")
        .body(
            Map.of(
                "title",
                "A session",
                "plannedAt",
                clock.instant().plus(from).toString(),
                "expectedSize",
                size))
        .post("/api/sessions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void enter(String owner, String session, String phase) {
    given()
        .auth()
        .oauth2(owner)
        .contentType("application/json")
        .body(Map.of("to", phase))
        .post("/api/sessions/{id}/phase", session)
        .then()
        .statusCode(200);
  }

  @Test
  void aPlannedSessionRaisesTheMinimumUntilItIsOver() {
    Cluster cluster = new Cluster(client, "here", "mine");
    cluster.deploy(IDEA_SERVICE, 2);
    cluster.scale(IDEA_SERVICE, 2, 10);
    String owner = owner();
    plan(owner, Duration.ofMinutes(30), 200);
    String soon = plan(owner, Duration.ofMinutes(5), 200);
    await().until(() -> cluster.floor(IDEA_SERVICE) == 4);
    enter(owner, soon, "lobby");
    String second = plan(owner, Duration.ofMinutes(9), 100);
    await().until(() -> cluster.floor(IDEA_SERVICE) == 6);
    enter(owner, second, "cancelled");
    await().until(() -> cluster.floor(IDEA_SERVICE) == 4);
    enter(owner, soon, "cancelled");
    await().until(() -> cluster.floor(IDEA_SERVICE) == 2);
  }
}

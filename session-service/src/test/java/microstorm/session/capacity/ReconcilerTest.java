package microstorm.session.capacity;

import static microstorm.session.capacity.Component.IDEA_SERVICE;
import static microstorm.session.capacity.Component.REPORT_SERVICE;
import static microstorm.session.capacity.Component.SESSION_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import microstorm.session.core.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reconciles at a double of the API server. A replica of idea-service serves 250 people. */
@EnableKubernetesMockClient(crud = true)
class ReconcilerTest {

  private static final String NAMESPACE = "here";
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final List<PlannedSession> NOBODY = List.of();

  KubernetesMockServer server;
  KubernetesClient client;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Cluster cluster;
  private ScaleTargets targets;
  private Reconciler reconciler;

  @BeforeEach
  void install() {
    cluster = new Cluster(client, NAMESPACE, "mine");
    for (Component component : Component.values()) {
      cluster.deploy(component, 2);
    }
    cluster.scale(SESSION_SERVICE, 2, 6);
    cluster.scale(IDEA_SERVICE, 2, 6);
    PreScalingMetrics metrics = new PreScalingMetrics(registry);
    PreScalingConfig config = Configs.of();
    targets = new ScaleTargets(client, NAMESPACE, "mine", config.maxReplicas());
    EventRecorder recorder =
        new EventRecorder(client, NAMESPACE, "replica-1", Clock.fixed(NOW, ZoneOffset.UTC));
    reconciler = new Reconciler(config, targets, recorder, metrics, new ApiErrors(metrics));
  }

  private static List<PlannedSession> people(int people) {
    return List.of(new PlannedSession(NOW, Phase.PLANNED, people));
  }

  private static Map<String, String> annotations(HasMetadata object) {
    return object.getMetadata().getAnnotations();
  }

  private double count(String meter, String tag, String value) {
    return registry.get("microstorm.prescaling." + meter).tag(tag, value).counter().count();
  }

  @Test
  void minimumsAreRaisedAndLoweredAgain() {
    reconciler.reconcile(people(1_200), NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    assertThat(annotations(cluster.hpa(IDEA_SERVICE)))
        .containsEntry(ScaleTarget.OPERATORS, "2")
        .containsEntry(ScaleTarget.RAISED_TO, "5");
    assertThat(cluster.floor(SESSION_SERVICE)).isEqualTo(3);

    reconciler.reconcile(NOBODY, NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(2);
    assertThat(cluster.floor(SESSION_SERVICE)).isEqualTo(2);
    assertThat(annotations(cluster.hpa(IDEA_SERVICE)).values())
        .as("the double keeps the names of removed annotations")
        .containsOnlyNulls();
    assertThat(count("decisions", "decision", "raised")).isPositive();
    assertThat(count("decisions", "decision", "lowered")).isPositive();
  }

  @Test
  void everyDecisionIsAnEventOfItsObject() {
    reconciler.reconcile(people(1_200), NOW);
    reconciler.reconcile(people(1_200), NOW);
    reconciler.reconcile(NOBODY, NOW);
    List<Event> events =
        client.events().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
            .filter(event -> event.getRegarding().getName().contains("idea-service"))
            .toList();
    assertThat(events)
        .extracting(Event::getReason)
        .containsExactlyInAnyOrder("FloorRaised", "FloorLowered");
    Event raised =
        events.stream().filter(event -> event.getReason().equals("FloorRaised")).findFirst().get();
    assertThat(raised.getNote())
        .isEqualTo(
            "The minimum number of replicas of idea-service is raised from 2 to 5 of at most 6; the"
                + " operator set 2. 1200 people are expected in 1 planned sessions, and one"
                + " replica serves 250.");
    assertThat(raised.getRegarding().getKind()).isEqualTo("HorizontalPodAutoscaler");
    assertThat(raised.getRegarding().getUid())
        .isEqualTo(cluster.hpa(IDEA_SERVICE).getMetadata().getUid());
  }

  @Test
  void aDeploymentWithoutAnHpaIsScaled() {
    reconciler.reconcile(people(9_000), NOW);
    assertThat(cluster.deployment(REPORT_SERVICE).getSpec().getReplicas()).isEqualTo(5);
    assertThat(annotations(cluster.deployment(REPORT_SERVICE)))
        .containsEntry(ScaleTarget.OPERATORS, "2");
    assertThat(cluster.deployment(IDEA_SERVICE).getSpec().getReplicas())
        .as("a deployment with an HPA is left alone")
        .isEqualTo(2);
    reconciler.reconcile(NOBODY, NOW);
    assertThat(cluster.deployment(REPORT_SERVICE).getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void anotherLeaderContinuesWhereTheFirstStopped() {
    reconciler.reconcile(people(1_200), NOW);
    install(new SimpleMeterRegistry()).reconcile(NOBODY, NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(2);
  }

  private Reconciler install(SimpleMeterRegistry fresh) {
    PreScalingMetrics metrics = new PreScalingMetrics(fresh);
    return new Reconciler(
        Configs.of(),
        new ScaleTargets(client, NAMESPACE, "mine", 5),
        new EventRecorder(client, NAMESPACE, "replica-2", Clock.fixed(NOW, ZoneOffset.UTC)),
        metrics,
        new ApiErrors(metrics));
  }

  @Test
  void theOperatorsChangeCountsFromThenOn() {
    reconciler.reconcile(people(1_200), NOW);
    cluster.set(IDEA_SERVICE, 3);
    reconciler.reconcile(people(1_200), NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    assertThat(annotations(cluster.hpa(IDEA_SERVICE))).containsEntry(ScaleTarget.OPERATORS, "3");
    cluster.set(IDEA_SERVICE, 6);
    reconciler.reconcile(people(1_200), NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(6);
    reconciler.reconcile(NOBODY, NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(6);
    assertThat(cluster.eventReasons()).contains("OperatorsFloorKept");
  }

  @Test
  void anotherReleaseAndTheEmbeddedServersAreLeftAlone() {
    Cluster other = new Cluster(client, NAMESPACE, "theirs");
    other.deploy(IDEA_SERVICE, 1);
    other.scale(IDEA_SERVICE, 1, 9);
    reconciler.reconcile(people(1_200), NOW);
    assertThat(cluster.floor(IDEA_SERVICE)).as("control").isEqualTo(5);
    assertThat(other.floor(IDEA_SERVICE)).isEqualTo(1);
    assertThat(Component.of("postgres")).isEmpty();
  }

  @Test
  void aMissingRightDoesNotAffectOtherServices() {
    server
        .expect()
        .patch()
        .withPath(cluster.path(SESSION_SERVICE) + "?fieldManager=microstorm-pre-scaling")
        .andReturn(403, null)
        .once();
    reconciler.reconcile(people(1_200), NOW);
    assertThat(cluster.floor(SESSION_SERVICE)).isEqualTo(2);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    assertThat(count("failures", "reason", "forbidden")).isEqualTo(1);
    reconciler.reconcile(people(1_200), NOW);
    assertThat(cluster.floor(SESSION_SERVICE)).as("once the right is there").isEqualTo(3);
  }

  @Test
  void aConcurrentChangeIsNotOverwritten() {
    ScaleTarget stale =
        targets.find().stream()
            .filter(target -> target.component() == IDEA_SERVICE)
            .findFirst()
            .get();
    cluster.set(IDEA_SERVICE, 4);
    assertThatThrownBy(() -> targets.write(stale, new MinReplicas(5, 2, 5)))
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            refused -> assertThat(refused.getCode()).isEqualTo(409));
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(4);
    reconciler.reconcile(people(1_200), NOW);
    assertThat(annotations(cluster.hpa(IDEA_SERVICE))).containsEntry(ScaleTarget.OPERATORS, "4");
  }
}

package microstorm.session.capacity;

import static microstorm.session.capacity.Component.IDEA_SERVICE;
import static microstorm.session.capacity.Component.REPORT_SERVICE;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import microstorm.session.core.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Tests the rights and the ownership of fields, which the double of the API server does not have.
 * Runs on the cluster of the current KUBECONFIG, in the namespace that {@code
 * MICROSTORM_CLUSTER_NAMESPACE} names, as a user who may create roles there and impersonate.
 */
@Tag("cluster")
@EnabledIfEnvironmentVariable(named = "MICROSTORM_CLUSTER_NAMESPACE", matches = ".+")
class PreScalingOnAClusterTest {

  private static final String OPERATOR = "helm";

  private final String namespace = System.getenv("MICROSTORM_CLUSTER_NAMESPACE");
  private final String release = "r" + UUID.randomUUID().toString().substring(0, 8);
  private final Instant now = Instant.now();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PreScalingMetrics metrics = new PreScalingMetrics(registry);
  private final ApiErrors errors = new ApiErrors(metrics);
  private final KubernetesClient admin = new KubernetesClientBuilder().build();
  private final KubernetesClient service = as("system:serviceaccount:" + namespace + ":" + release);
  private final Cluster cluster = new Cluster(admin, namespace, release);
  private final ScaleTargets targets = new ScaleTargets(service, namespace, release, 5);
  private final Reconciler reconciler =
      new Reconciler(
          Configs.of("release", release),
          targets,
          new EventRecorder(service, namespace, release, Clock.systemUTC()),
          metrics,
          errors);

  private static KubernetesClient as(String user) {
    Config config =
        new ConfigBuilder(Config.autoConfigure(null)).withImpersonateUsername(user).build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Grants exactly the rights of the service account that the README lists. */
  @BeforeEach
  void grant() {
    cluster.deploy(IDEA_SERVICE, 1);
    cluster.deploy(REPORT_SERVICE, 1);
    apply(1, 6);
    admin
        .resource(
            new RoleBuilder()
                .withMetadata(new ObjectMetaBuilder().withName(release).build())
                .withRules(
                    rule("apps", "deployments", "list", "patch"),
                    rule("autoscaling", "horizontalpodautoscalers", "list", "patch"),
                    rule("coordination.k8s.io", "leases", "get", "create", "patch"),
                    rule("events.k8s.io", "events", "create"))
                .build())
        .inNamespace(namespace)
        .create();
    admin
        .resource(
            new RoleBindingBuilder()
                .withMetadata(new ObjectMetaBuilder().withName(release).build())
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", release)
                .addNewSubject()
                .withKind("ServiceAccount")
                .withName(release)
                .withNamespace(namespace)
                .endSubject()
                .build())
        .inNamespace(namespace)
        .create();
  }

  private static PolicyRule rule(String group, String resource, String... verbs) {
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
        .build();
  }

  @AfterEach
  void remove() {
    Stream.of(IDEA_SERVICE, REPORT_SERVICE)
        .forEach(component -> admin.resource(cluster.deployment(component)).delete());
    cluster.hpaResource(IDEA_SERVICE).delete();
    admin.rbac().roleBindings().inNamespace(namespace).withName(release).delete();
    admin.rbac().roles().inNamespace(namespace).withName(release).delete();
    admin.leases().inNamespace(namespace).withName(release + "-pre-scaling").delete();
    admin.close();
    service.close();
  }

  /** Applies the values as {@code helm upgrade} does: on the server, without force. */
  private void apply(int least, int most) {
    HorizontalPodAutoscaler hpa =
        new HorizontalPodAutoscalerBuilder()
            .withNewMetadata()
            .withName("scaler-of-" + release + "-any-idea-service")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withNewScaleTargetRef("apps/v1", "Deployment", release + "-any-idea-service")
            .withMinReplicas(least)
            .withMaxReplicas(most)
            .endSpec()
            .build();
    admin.resource(hpa).fieldManager(OPERATOR).serverSideApply();
  }

  private void reconcile(int people) {
    reconciler.reconcile(List.of(new PlannedSession(now, Phase.PLANNED, people)), now);
  }

  /** A controller may write a Deployment at the same moment; the next round then succeeds. */
  private void reconcileUntil(int people, int floor, int replicas) {
    await("the minimums for %d people".formatted(people))
        .untilAsserted(
            () -> {
              reconcile(people);
              assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(floor);
              assertThat(cluster.deployment(REPORT_SERVICE).getSpec().getReplicas())
                  .isEqualTo(replicas);
            });
  }

  @Test
  void minimumsAreRaisedRecordedAndLowered() {
    reconcileUntil(1_200, 5, 2);
    reconcileUntil(0, 1, 1);
    assertThat(cluster.hpa(IDEA_SERVICE).getMetadata().getAnnotations()).isNullOrEmpty();
    assertThat(
            admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getRegarding().getName().startsWith("scaler-of-" + release))
                .map(event -> event.getReason())
                .filter(reason -> reason.startsWith("Floor")))
        .containsExactlyInAnyOrder("FloorRaised", "FloorLowered");
  }

  @Test
  void anUpgradeWhileRaisedSucceedsAndCounts() {
    reconcile(1_200);
    apply(2, 6);
    reconcile(1_200);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    reconcile(0);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(2);
  }

  @Test
  void theOperatorMaySetTheSameMinimum() {
    reconcile(1_200);
    apply(5, 6);
    reconcile(0);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    assertThat(cluster.eventReasons()).contains("OperatorsFloorKept");
  }

  /**
   * The control: as long as the service owns the field, the upgrade fails. The next reconciliation
   * gives the field up.
   */
  @Test
  void anOwnedMinimumMakesAnUpgradeFail() {
    ScaleTarget hpa =
        targets.find().stream()
            .filter(target -> target.component() == IDEA_SERVICE)
            .findFirst()
            .orElseThrow();
    targets.write(hpa, new MinReplicas(5, 1, 5));
    assertThatThrownBy(() -> apply(2, 6))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(ScaleTarget.FIELD_MANAGER);
    reconcile(1_200);
    apply(2, 6);
  }

  @Test
  void aMissingRightIsCountedAndChangesNothing() {
    admin.rbac().roleBindings().inNamespace(namespace).withName(release).delete();
    await()
        .until(
            () -> {
              reconcile(1_200);
              return registry.find("microstorm.prescaling.failures").counter() != null;
            });
    cluster.set(IDEA_SERVICE, 1);
    reconcile(1_200);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(1);
  }

  @Test
  void oneReplicaHoldsTheLease() {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Leadership first = replica("first", thread);
    await().until(first::isLeading);
    Leadership second = replica("second", thread);
    first.stop();
    await().until(second::isLeading);
    assertThat(first.isLeading()).isFalse();
    second.stop();
    thread.shutdownNow();
  }

  private Leadership replica(String name, ExecutorService thread) {
    Leadership replica =
        new Leadership(
            service,
            new WatchedLock(Leadership.lease(namespace, release, name), errors),
            Duration.ofSeconds(3),
            metrics,
            thread);
    replica.start();
    return replica;
  }
}

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
 * What the double of the API server does not do: rights, and who a field belongs to. Runs on the
 * cluster of the current KUBECONFIG, in the namespace that {@code MICROSTORM_CLUSTER_NAMESPACE}
 * names, by somebody who may make roles there and impersonate.
 */
@Tag("cluster")
@EnabledIfEnvironmentVariable(named = "MICROSTORM_CLUSTER_NAMESPACE", matches = ".+")
class PreScalingOnAClusterTest {

  private static final String OPERATOR = "helm";

  private final String namespace = System.getenv("MICROSTORM_CLUSTER_NAMESPACE");
  private final String release = "r" + UUID.randomUUID().toString().substring(0, 8);
  private final Instant now = Instant.now();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PreScalingMetrics meters = new PreScalingMetrics(registry);
  private final ApiErrors troubles = new ApiErrors(meters);
  private final KubernetesClient admin = new KubernetesClientBuilder().build();
  private final KubernetesClient service = as("system:serviceaccount:" + namespace + ":" + release);
  private final Cluster cluster = new Cluster(admin, namespace, release);
  private final ScaleTargets scalables = new ScaleTargets(service, namespace, release, 5);
  private final Reconciler turn =
      new Reconciler(
          Configs.of("release", release),
          scalables,
          new EventRecorder(service, namespace, release, Clock.systemUTC()),
          meters,
          troubles);

  private static KubernetesClient as(String user) {
    Config config =
        new ConfigBuilder(Config.autoConfigure(null)).withImpersonateUsername(user).build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** What the README says that the service account needs, and nothing else. */
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

  /** As {@code helm upgrade} does it: on the server, and not by force. */
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

  private void take(int people) {
    turn.take(List.of(new PlannedSession(now, Phase.PLANNED, people)), now);
  }

  @Test
  void floorsAreRaisedToldAndLowered() {
    take(1_200);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    assertThat(cluster.deployment(REPORT_SERVICE).getSpec().getReplicas()).isEqualTo(2);
    take(0);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(1);
    assertThat(cluster.deployment(REPORT_SERVICE).getSpec().getReplicas()).isEqualTo(1);
    assertThat(cluster.hpa(IDEA_SERVICE).getMetadata().getAnnotations()).isNullOrEmpty();
    assertThat(
            admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> event.getRegarding().getName().startsWith("scaler-of-" + release))
                .map(event -> event.getReason())
                .filter(reason -> reason.startsWith("Floor")))
        .containsExactlyInAnyOrder("FloorRaised", "FloorLowered");
  }

  @Test
  void anUpgradeInTheMiddleSucceedsAndCounts() {
    take(1_200);
    apply(2, 6);
    take(1_200);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    take(0);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(2);
  }

  @Test
  void theOperatorMaySetTheVerySameFloor() {
    take(1_200);
    apply(5, 6);
    take(0);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(5);
    assertThat(cluster.told()).contains("OperatorsFloorKept");
  }

  /** The control: whoever keeps the field makes the upgrade fail. The next turn lets go of it. */
  @Test
  void aFloorThatIsNotLeftIsInAnUpgradesWay() {
    ScaleTarget hpa =
        scalables.find().stream()
            .filter(scalable -> scalable.component() == IDEA_SERVICE)
            .findFirst()
            .orElseThrow();
    scalables.write(hpa, new MinReplicas(5, 1, 5));
    assertThatThrownBy(() -> apply(2, 6))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(ScaleTarget.FIELD_MANAGER);
    take(1_200);
    apply(2, 6);
  }

  @Test
  void withoutTheRightNothingChangesAndItIsSaid() {
    admin.rbac().roleBindings().inNamespace(namespace).withName(release).delete();
    await()
        .until(
            () -> {
              take(1_200);
              return registry.find("microstorm.prescaling.failures").counter() != null;
            });
    cluster.set(IDEA_SERVICE, 1);
    take(1_200);
    assertThat(cluster.floor(IDEA_SERVICE)).isEqualTo(1);
  }

  @Test
  void theLeaseIsHeldByOne() {
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
            new WatchedLock(Leadership.lease(namespace, release, name), troubles),
            Duration.ofSeconds(3),
            meters,
            thread);
    replica.start();
    return replica;
  }
}

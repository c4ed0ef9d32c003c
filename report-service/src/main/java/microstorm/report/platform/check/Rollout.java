package microstorm.report.platform.check;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import microstorm.report.platform.cluster.Cluster;

/** Checks whether an update or a rollback causes downtime, and how the last one went. */
public final class Rollout {

  private static final String REVISION = "deployment.kubernetes.io/revision";

  private Rollout() {}

  public static Finding of(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needsServices(cluster);
    boolean any = false;
    for (String service : Cluster.SERVICES) {
      for (Deployment deployment : cluster.deploymentsOf(service)) {
        boolean steady = isSteady(deployment.getSpec().getStrategy());
        notes.missing(
            !steady, "%s may have fewer replicas than configured during an update.", service);
        any |= steady;
        last(service, deployment, notes);
      }
    }
    return notes.finding(
        "A new replica is ready before an old one stops, and the last rollout is complete.",
        any ? State.PARTLY : State.NO);
  }

  private static boolean isSteady(DeploymentStrategy strategy) {
    if (strategy == null || strategy.getRollingUpdate() == null) {
      return false;
    }
    IntOrString unavailable = strategy.getRollingUpdate().getMaxUnavailable();
    return unavailable != null
        && (Objects.equals(unavailable.getIntVal(), 0)
            || Objects.equals(unavailable.getStrVal(), "0%"));
  }

  private static void last(String service, Deployment deployment, FindingBuilder notes) {
    String images =
        deployment.getSpec().getTemplate().getSpec().getContainers().stream()
            .map(container -> container.getImage())
            .collect(Collectors.joining(", "));
    Map<String, String> annotations =
        Objects.requireNonNullElse(deployment.getMetadata().getAnnotations(), Map.of());
    DeploymentStatus status =
        Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
    notes.fact(
        Cluster.name(deployment),
        "revision %s of %s, generation %s of %s observed, %s of %s replicas updated"
            .formatted(
                annotations.getOrDefault(REVISION, "?"),
                images,
                status.getObservedGeneration(),
                deployment.getMetadata().getGeneration(),
                Objects.requireNonNullElse(status.getUpdatedReplicas(), 0),
                Installation.wanted(deployment)));
    for (DeploymentCondition condition : status.getConditions()) {
      notes.fact(
          Cluster.name(deployment),
          "%s is %s since %s: %s"
              .formatted(
                  condition.getType(),
                  condition.getStatus(),
                  condition.getLastTransitionTime(),
                  condition.getReason()));
    }
    notes.missing(!isComplete(deployment, status), "A rollout of %s is in progress.", service);
  }

  private static boolean isComplete(Deployment deployment, DeploymentStatus status) {
    int wanted = Installation.wanted(deployment);
    return Objects.equals(status.getObservedGeneration(), deployment.getMetadata().getGeneration())
        && Objects.requireNonNullElse(status.getUpdatedReplicas(), 0) == wanted
        && Objects.requireNonNullElse(status.getReplicas(), 0) == wanted
        && Objects.requireNonNullElse(status.getAvailableReplicas(), 0) == wanted;
  }
}

package microstorm.report.platform.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import microstorm.report.platform.cluster.Cluster;

/** Checks whether the release survives the loss of a pod or a node. */
public final class FaultTolerance {

  private FaultTolerance() {}

  public static Finding of(Cluster cluster) {
    FindingBuilder notes =
        new FindingBuilder().needsServices(cluster).needs(cluster.pods(), cluster.budgets());
    int least = Integer.MAX_VALUE;
    for (String service : Cluster.SERVICES) {
      for (Deployment deployment : cluster.deploymentsOf(service)) {
        least = Math.min(least, look(cluster, service, deployment, notes));
      }
    }
    for (String server : cluster.embedded()) {
      List<Pod> pods = cluster.podsOf(server);
      pods.forEach(pod -> notes.fact(Cluster.name(pod), state(cluster, pod)));
      notes.missing(pods.size() == 1, "The embedded %s is a single pod for trying out.", server);
    }
    return notes.finding(
        "Every service has several ready replicas on several nodes, a disruption budget and"
            + " probes.",
        least > 1 && least < Integer.MAX_VALUE ? State.PARTLY : State.NO);
  }

  private static int look(
      Cluster cluster, String service, Deployment deployment, FindingBuilder notes) {
    int wanted = Installation.wanted(deployment);
    int ready =
        deployment.getStatus() == null
            ? 0
            : Objects.requireNonNullElse(deployment.getStatus().getReadyReplicas(), 0);
    notes.fact(Cluster.name(deployment), "%d of %d replicas ready".formatted(ready, wanted));
    notes.missing(ready < wanted, "%s has %d of %d replicas ready.", service, ready, wanted);
    notes.missing(wanted < 2, "%s has one replica.", service);
    List<Pod> pods = cluster.podsOf(service);
    pods.forEach(pod -> notes.fact(Cluster.name(pod), state(cluster, pod)));
    long nodes = pods.stream().map(pod -> pod.getSpec().getNodeName()).distinct().count();
    notes.missing(wanted > 1 && nodes == 1, "All replicas of %s are on the same node.", service);
    budget(cluster, service, deployment, notes);
    notes.missing(!hasProbes(deployment), "%s has no readiness and liveness probes.", service);
    return Math.min(ready, wanted);
  }

  private static void budget(
      Cluster cluster, String service, Deployment deployment, FindingBuilder notes) {
    Map<String, String> labels =
        Objects.requireNonNullElse(
            deployment.getSpec().getTemplate().getMetadata().getLabels(), Map.of());
    List<PodDisruptionBudget> budgets = cluster.budgets().where(budget -> covers(budget, labels));
    notes.missing(
        budgets.isEmpty() && cluster.budgets().hidden() == null,
        "%s has no disruption budget.",
        service);
    for (PodDisruptionBudget budget : budgets) {
      notes.fact(
          Cluster.name(budget),
          budget.getStatus() == null
              ? "not evaluated yet"
              : "%d of %d healthy, %d may be disrupted"
                  .formatted(
                      budget.getStatus().getCurrentHealthy(),
                      budget.getStatus().getExpectedPods(),
                      budget.getStatus().getDisruptionsAllowed()));
    }
  }

  private static boolean covers(PodDisruptionBudget budget, Map<String, String> labels) {
    return budget.getSpec().getSelector() != null
        && labels
            .entrySet()
            .containsAll(budget.getSpec().getSelector().getMatchLabels().entrySet());
  }

  private static boolean hasProbes(Deployment deployment) {
    List<Container> containers = deployment.getSpec().getTemplate().getSpec().getContainers();
    return containers.stream()
        .allMatch(
            container ->
                container.getReadinessProbe() != null && container.getLivenessProbe() != null);
  }

  private static String state(Cluster cluster, Pod pod) {
    List<ContainerStatus> containers = pod.getStatus().getContainerStatuses();
    boolean ready = containers.stream().allMatch(container -> container.getReady());
    String node = pod.getSpec().getNodeName();
    if (node == null) {
      return "not scheduled to a node";
    }
    String zone = cluster.zone(node);
    return "%s on %s%s, %s restarts"
        .formatted(
            ready && !containers.isEmpty() ? "ready" : "not ready",
            node,
            zone == null ? "" : " in zone " + zone,
            containers.stream().collect(Collectors.summingInt(c -> c.getRestartCount())));
  }
}

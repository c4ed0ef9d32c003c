package microstorm.report.platform.check;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import microstorm.report.platform.cluster.Cluster;

/** Checks the points about installing and running that apply to Compose too. */
public final class Installation {

  private Installation() {}

  public static Finding oneCommand(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needsServices(cluster);
    List<Deployment> deployments = cluster.deployments().items();
    for (Deployment deployment : deployments) {
      String by = Cluster.label(deployment, "app.kubernetes.io/managed-by");
      String chart = Cluster.label(deployment, "helm.sh/chart");
      notes.fact(
          Cluster.name(deployment),
          "managed by %s, chart %s".formatted(orNothing(by), orNothing(chart)));
    }
    boolean helm =
        deployments.stream()
            .allMatch(
                deployment ->
                    "Helm".equals(Cluster.label(deployment, "app.kubernetes.io/managed-by")));
    return notes.finding(
        helm
            ? "helm install creates and starts everything of this release."
            : "kubectl apply -k creates and starts everything.",
        State.NO);
  }

  public static Finding lifecycle(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needs(cluster.pods());
    for (Pod pod : cluster.pods().items()) {
      notes.fact(
          Cluster.name(pod),
          "%s since %s".formatted(pod.getStatus().getPhase(), pod.getStatus().getStartTime()));
    }
    return notes.finding(
        "kubectl scale, rollout, get and logs do this; Jobs run one-off commands.", State.NO);
  }

  public static Finding scaleParameter(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needsServices(cluster).needs(cluster.pods());
    boolean deployed = !cluster.deployments().items().isEmpty();
    for (String service : Cluster.SERVICES) {
      List<String> images =
          cluster.podsOf(service).stream().map(Installation::image).distinct().sorted().toList();
      notes.missing(images.size() > 1, "%s runs %d images at the moment.", service, images.size());
      for (Deployment deployment : cluster.deploymentsOf(service)) {
        notes.fact(
            Cluster.name(deployment),
            "%d replicas of %s".formatted(wanted(deployment), String.join(", ", images)));
      }
    }
    return notes.finding(
        "kubectl scale sets the number of replicas, on any node; all run the same image.",
        deployed ? State.PARTLY : State.NO);
  }

  static int wanted(Deployment deployment) {
    return Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
  }

  private static String image(Pod pod) {
    return pod.getSpec().getContainers().stream()
        .map(container -> container.getImage())
        .collect(Collectors.joining(" and "));
  }

  private static String orNothing(String value) {
    return value == null ? "none" : value;
  }
}

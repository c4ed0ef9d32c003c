package microstorm.report.platform.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import microstorm.report.platform.cluster.Cluster;

/** Checks whether each replica requests resources, and whether its memory is limited. */
public final class ResourceUse {

  private ResourceUse() {}

  public static Finding of(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needsServices(cluster).needs(cluster.pods());
    int known = 0;
    for (String service : Cluster.SERVICES) {
      for (Deployment deployment : cluster.deploymentsOf(service)) {
        for (Container container : deployment.getSpec().getTemplate().getSpec().getContainers()) {
          known += look(service, deployment, container, notes) ? 1 : 0;
        }
      }
      cluster.podsOf(service).forEach(pod -> killed(service, pod, notes));
    }
    return notes.finding(
        "Every container requests cores and memory, and its memory is limited.",
        known == 0 ? State.NO : State.PARTLY);
  }

  private static boolean look(
      String service, Deployment deployment, Container container, FindingBuilder notes) {
    Map<String, Quantity> requests =
        Optional.ofNullable(container.getResources())
            .map(resources -> resources.getRequests())
            .orElse(Map.of());
    Map<String, Quantity> limits =
        Optional.ofNullable(container.getResources())
            .map(resources -> resources.getLimits())
            .orElse(Map.of());
    boolean asks = requests.containsKey("cpu") && requests.containsKey("memory");
    notes.missing(!asks, "%s does not request both cores and memory.", service);
    notes.missing(!limits.containsKey("memory"), "The memory of %s is not limited.", service);
    notes.fact(
        Cluster.name(deployment),
        "%s requests %s, limited to %s"
            .formatted(container.getName(), amounts(requests), amounts(limits)));
    return asks;
  }

  private static String amounts(Map<String, Quantity> amounts) {
    return "cpu %s, memory %s"
        .formatted(
            Objects.requireNonNullElse(amounts.get("cpu"), "-"),
            Objects.requireNonNullElse(amounts.get("memory"), "-"));
  }

  private static void killed(String service, Pod pod, FindingBuilder notes) {
    pod.getStatus().getContainerStatuses().stream()
        .filter(container -> container.getLastState() != null)
        .map(container -> container.getLastState().getTerminated())
        .filter(Objects::nonNull)
        .forEach(
            end -> {
              notes.fact(
                  Cluster.name(pod),
                  "last ended with %s at %s".formatted(end.getReason(), end.getFinishedAt()));
              notes.missing(
                  "OOMKilled".equals(end.getReason()),
                  "A replica of %s was killed because it ran out of memory.",
                  service);
            });
  }
}

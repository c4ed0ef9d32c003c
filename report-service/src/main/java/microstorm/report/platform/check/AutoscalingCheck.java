package microstorm.report.platform.check;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricValueStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import microstorm.report.platform.cluster.Cluster;

/** Checks whether the number of replicas follows the load and planned sessions. */
public final class AutoscalingCheck {

  /**
   * The annotation in which session-service keeps the minimum before it raised it for planned
   * sessions.
   */
  private static final String RAISED_FROM = "microstorm/pre-scaling-floor";

  private AutoscalingCheck() {}

  public static Finding of(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needsServices(cluster).needs(cluster.scalers());
    int scaled = 0;
    for (String service : Cluster.SERVICES) {
      for (Deployment deployment : cluster.deploymentsOf(service)) {
        List<HorizontalPodAutoscaler> scalers =
            cluster.scalers().where(scaler -> scales(scaler, deployment));
        notes.missing(
            scalers.isEmpty() && cluster.scalers().hidden() == null,
            "%s has no HorizontalPodAutoscaler.",
            service);
        scalers.forEach(scaler -> look(scaler, service, notes));
        scaled += scalers.size();
      }
    }
    return notes.finding(
        "Each service has a HorizontalPodAutoscaler that follows its load.",
        scaled == 0 ? State.NO : State.PARTLY);
  }

  static boolean scales(HorizontalPodAutoscaler scaler, Deployment deployment) {
    return scaler.getSpec().getScaleTargetRef().getKind().equals("Deployment")
        && scaler
            .getSpec()
            .getScaleTargetRef()
            .getName()
            .equals(deployment.getMetadata().getName());
  }

  private static void look(HorizontalPodAutoscaler scaler, String service, FindingBuilder notes) {
    HorizontalPodAutoscalerStatus status = scaler.getStatus();
    notes.fact(
        Cluster.name(scaler),
        "%s replicas now, %s wanted, %s to %d"
            .formatted(
                status == null ? "?" : status.getCurrentReplicas(),
                status == null ? "?" : status.getDesiredReplicas(),
                Objects.requireNonNullElse(scaler.getSpec().getMinReplicas(), 1),
                scaler.getSpec().getMaxReplicas()));
    scaler
        .getSpec()
        .getMetrics()
        .forEach(metric -> notes.fact(Cluster.name(scaler), metric(metric, status)));
    Map<String, String> annotations =
        Objects.requireNonNullElse(scaler.getMetadata().getAnnotations(), Map.of());
    if (annotations.containsKey(RAISED_FROM)) {
      notes.fact(
          Cluster.name(scaler),
          "raised from %s before planned sessions".formatted(annotations.get(RAISED_FROM)));
    }
    List<HorizontalPodAutoscalerCondition> conditions =
        status == null ? List.of() : status.getConditions();
    for (HorizontalPodAutoscalerCondition condition : conditions) {
      boolean off =
          condition.getType().equals("ScalingActive") && condition.getStatus().equals("False");
      notes.missing(off, "The HorizontalPodAutoscaler of %s receives no measurements.", service);
      if (off) {
        notes.fact(Cluster.name(scaler), condition.getReason() + ": " + condition.getMessage());
      }
    }
  }

  private static String metric(MetricSpec metric, HorizontalPodAutoscalerStatus status) {
    if (metric.getResource() == null) {
      return "measures " + metric.getType().toLowerCase(Locale.ROOT) + " metrics";
    }
    String resource = metric.getResource().getName();
    List<MetricStatus> measured = status == null ? List.of() : status.getCurrentMetrics();
    String now =
        measured.stream()
            .filter(current -> current.getResource() != null)
            .filter(current -> current.getResource().getName().equals(resource))
            .map(current -> value(current.getResource().getCurrent()))
            .collect(Collectors.joining(", "));
    return "%s at %s, target %s"
        .formatted(resource, now.isEmpty() ? "?" : now, target(metric.getResource().getTarget()));
  }

  private static String value(MetricValueStatus value) {
    return value.getAverageUtilization() != null
        ? value.getAverageUtilization() + " %"
        : String.valueOf(value.getAverageValue());
  }

  private static String target(MetricTarget target) {
    return target.getAverageUtilization() != null
        ? target.getAverageUtilization() + " %"
        : String.valueOf(target.getAverageValue());
  }
}

package microstorm.report.platform.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The objects of one release in the cluster at one moment, as far as this service may read them.
 */
public record Cluster(
    Listing<Deployment> deployments,
    Listing<Pod> pods,
    Listing<HorizontalPodAutoscaler> scalers,
    Listing<PodDisruptionBudget> budgets,
    Listing<EndpointSlice> endpoints,
    Listing<Ingress> ingresses,
    Listing<HTTPRoute> routes) {

  private static final String COMPONENT = "app.kubernetes.io/component";

  /** The services, by the name in their label. */
  public static final List<String> SERVICES =
      List.of("session-service", "idea-service", "report-service");

  public static String label(HasMetadata object, String name) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(name);
  }

  /** The service or embedded server that an object belongs to; empty if it has no such label. */
  static String component(HasMetadata object) {
    return Objects.requireNonNullElse(label(object, COMPONENT), "");
  }

  public static String name(HasMetadata object) {
    return object.getKind() + " " + object.getMetadata().getName();
  }

  public List<Deployment> deploymentsOf(String service) {
    return deployments.where(deployment -> component(deployment).equals(service));
  }

  public List<Pod> podsOf(String component) {
    return pods.where(pod -> component(pod).equals(component));
  }

  public List<EndpointSlice> endpointsOf(String service) {
    return endpoints.where(slice -> component(slice).equals(service));
  }

  /**
   * The servers that are embedded in the release: components that have pods and are not services.
   */
  public List<String> embedded() {
    return pods.items().stream()
        .map(Cluster::component)
        .filter(component -> !component.isEmpty() && !SERVICES.contains(component))
        .distinct()
        .sorted()
        .toList();
  }

  /** The zone of a node according to the endpoints on it; null if none of them names it. */
  public String zone(String node) {
    return endpoints.items().stream()
        .flatMap(slice -> slice.getEndpoints().stream())
        .filter(endpoint -> Objects.equals(endpoint.getNodeName(), node))
        .map(endpoint -> endpoint.getZone())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}

package microstorm.report.platform.check;

import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import microstorm.report.platform.cluster.Cluster;

/** Checks whether the services can be found inside the cluster and reached from outside. */
public final class NetworkChecks {

  /** The label that names the Service of an EndpointSlice. */
  static final String SERVICE = "kubernetes.io/service-name";

  private NetworkChecks() {}

  public static Finding discovery(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder().needs(cluster.endpoints());
    boolean any = false;
    for (String service : Cluster.SERVICES) {
      List<EndpointSlice> slices = cluster.endpointsOf(service);
      for (EndpointSlice slice : slices) {
        notes.fact(
            "Service " + Cluster.label(slice, SERVICE),
            "%d of %d addresses ready".formatted(ready(slice), slice.getEndpoints().size()));
      }
      boolean reachable = slices.stream().anyMatch(slice -> ready(slice) > 0);
      notes.missing(
          !reachable && cluster.endpoints().hidden() == null,
          "%s has no Service with a ready address.",
          service);
      any |= reachable;
    }
    return notes.finding(
        "Each service has a Service with ready addresses, found by its name.",
        any ? State.PARTLY : State.NO);
  }

  private static long ready(EndpointSlice slice) {
    return slice.getEndpoints().stream().filter(NetworkChecks::isReady).count();
  }

  private static boolean isReady(Endpoint endpoint) {
    return endpoint.getConditions() == null
        || Objects.requireNonNullElse(endpoint.getConditions().getReady(), true);
  }

  public static Finding outside(Cluster cluster) {
    FindingBuilder notes = new FindingBuilder();
    for (Ingress ingress : cluster.ingresses().items()) {
      notes.fact(
          Cluster.name(ingress),
          "hosts %s, %s"
              .formatted(
                  hosts(ingress.getSpec().getRules().stream().map(rule -> rule.getHost()).toList()),
                  ingress.getSpec().getTls().isEmpty() ? "without TLS" : "with TLS"));
    }
    for (HTTPRoute route : cluster.routes().items()) {
      notes.fact(Cluster.name(route), "hosts " + hosts(route.getSpec().getHostnames()));
    }
    boolean none = cluster.ingresses().items().isEmpty() && cluster.routes().items().isEmpty();
    if (none) {
      notes.needs(cluster.ingresses(), cluster.routes());
    }
    boolean looked = cluster.ingresses().hidden() == null && cluster.routes().hidden() == null;
    notes.missing(
        none && looked,
        "There is no Ingress and no HTTPRoute: only Pods of the cluster can reach the services.");
    return notes.finding("The services can be reached from outside the cluster.", State.NO);
  }

  private static String hosts(List<String> hosts) {
    String named = hosts.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
    return named.isEmpty() ? "any" : named;
  }
}

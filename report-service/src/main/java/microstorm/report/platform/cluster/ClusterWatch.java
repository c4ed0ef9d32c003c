package microstorm.report.platform.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import microstorm.report.platform.PlatformConfig;

/** Watches the release in its cluster, from the first request for a report on. */
@ApplicationScoped
public class ClusterWatch {

  private final PlatformConfig config;
  private final Instance<KubernetesClient> clients;
  private final Clock clock;
  private volatile Kinds kinds;

  private record Kinds(
      ResourceInformer<Deployment> deployments,
      ResourceInformer<Pod> pods,
      ResourceInformer<HorizontalPodAutoscaler> scalers,
      ResourceInformer<PodDisruptionBudget> budgets,
      ResourceInformer<EndpointSlice> endpoints,
      ResourceInformer<Ingress> ingresses,
      ResourceInformer<HTTPRoute> routes) {

    List<ResourceInformer<?>> all() {
      return List.of(deployments, pods, scalers, budgets, endpoints, ingresses, routes);
    }
  }

  ClusterWatch(PlatformConfig config, Instance<KubernetesClient> clients, Clock clock) {
    this.config = config;
    this.clients = clients;
    this.clock = clock;
  }

  /** The objects that are visible now. Waits for a short time for kinds that are not listed yet. */
  public Cluster look() {
    Kinds watched = kinds();
    CompletableFuture<?>[] first =
        watched.all().stream().map(ResourceInformer::start).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(first).get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unseen) {
      return seen(watched);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen(watched);
  }

  private static Cluster seen(Kinds watched) {
    return new Cluster(
        watched.deployments().seen(),
        watched.pods().seen(),
        watched.scalers().seen(),
        watched.budgets().seen(),
        watched.endpoints().seen(),
        watched.ingresses().seen(),
        watched.routes().seen());
  }

  private synchronized Kinds kinds() {
    if (kinds == null) {
      KubernetesClient client = clients.get();
      kinds =
          new Kinds(
              watched(client, Deployment.class, "deployments"),
              watched(client, Pod.class, "pods"),
              watched(client, HorizontalPodAutoscaler.class, "horizontalpodautoscalers"),
              watched(client, PodDisruptionBudget.class, "poddisruptionbudgets"),
              watched(client, EndpointSlice.class, "endpointslices"),
              watched(client, Ingress.class, "ingresses"),
              watched(client, HTTPRoute.class, "httproutes"));
    }
    return kinds;
  }

  private <T extends HasMetadata> ResourceInformer<T> watched(
      KubernetesClient client, Class<T> type, String resource) {
    prepare(client, type);
    Map<String, String> labels = new HashMap<>(Map.of("app.kubernetes.io/name", "microstorm"));
    config.release().ifPresent(release -> labels.put("app.kubernetes.io/instance", release));
    String namespace = config.namespace().orElseGet(client::getNamespace);
    return new ResourceInformer<>(
        resource,
        () -> client.resources(type).inNamespace(namespace).withLabels(labels).runnableInformer(0),
        clock,
        config.askAgainAfter());
  }

  /**
   * Prepares the deserialization of a kind. The first object of a kind takes long to read, and
   * otherwise that would happen on the threads that serve our own clients.
   */
  private static void prepare(KubernetesClient client, Class<?> type) {
    client.getKubernetesSerialization().unmarshal("{}", type);
  }

  void stop(@Observes ShutdownEvent event) {
    if (kinds != null) {
      kinds.all().forEach(ResourceInformer::stop);
    }
  }
}

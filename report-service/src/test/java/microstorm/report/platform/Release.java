package microstorm.report.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import microstorm.report.platform.cluster.Cluster;
import microstorm.report.platform.cluster.Listing;

/** A complete release as the cluster would return it, and variants of it. */
final class Release {

  private static final String EACH =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: any-SERVICE
        namespace: here
        generation: 1
        labels: &labels
          app.kubernetes.io/name: microstorm
          app.kubernetes.io/instance: mine
          app.kubernetes.io/component: SERVICE
          app.kubernetes.io/managed-by: Helm
          helm.sh/chart: microstorm-0.1.0
        annotations:
          deployment.kubernetes.io/revision: "3"
      spec:
        replicas: 2
        strategy:
          type: RollingUpdate
          rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
        template:
          metadata:
            labels: {app.kubernetes.io/name: microstorm, app.kubernetes.io/component: SERVICE}
          spec:
            containers:
              - name: service
                image: microstorm/SERVICE:0.1.0
                resources:
                  requests: {cpu: 250m, memory: 320Mi}
                  limits: {memory: 512Mi}
                readinessProbe: {httpGet: {path: /q/health/ready, port: 9000}}
                livenessProbe: {httpGet: {path: /q/health/live, port: 9000}}
      status:
        observedGeneration: 1
        replicas: 2
        readyReplicas: 2
        updatedReplicas: 2
        availableReplicas: 2
        conditions:
          - {type: Available, status: "True", reason: MinimumReplicasAvailable, lastTransitionTime: "2026-03-02T10:00:00Z"}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: any-SERVICE-1, namespace: here, labels: {app.kubernetes.io/name: microstorm, app.kubernetes.io/component: SERVICE}}
      spec: {nodeName: node1, containers: [{name: service, image: "microstorm/SERVICE:0.1.0"}]}
      status: {phase: Running, startTime: "2026-03-02T10:00:00Z", containerStatuses: [{name: service, ready: true, restartCount: 1}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: any-SERVICE-2, namespace: here, labels: {app.kubernetes.io/name: microstorm, app.kubernetes.io/component: SERVICE}}
      spec: {nodeName: node2, containers: [{name: service, image: "microstorm/SERVICE:0.1.0"}]}
      status: {phase: Running, startTime: "2026-03-02T10:00:00Z", containerStatuses: [{name: service, ready: true, restartCount: 0}]}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: any-SERVICE, namespace: here, labels: {app.kubernetes.io/name: microstorm}}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: any-SERVICE}
        minReplicas: 2
        maxReplicas: 6
        metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
      status:
        currentReplicas: 2
        desiredReplicas: 2
        currentMetrics: [{type: Resource, resource: {name: cpu, current: {averageUtilization: 35}}}]
        conditions: [{type: ScalingActive, status: "True", reason: ValidMetricFound}]
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: any-SERVICE, namespace: here, labels: {app.kubernetes.io/name: microstorm}}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app.kubernetes.io/component: SERVICE}}}
      status: {currentHealthy: 2, expectedPods: 2, disruptionsAllowed: 1, desiredHealthy: 1}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: any-SERVICE-x, namespace: here, labels: {app.kubernetes.io/name: microstorm, app.kubernetes.io/component: SERVICE, kubernetes.io/service-name: any-SERVICE}}
      addressType: IPv4
      endpoints:
        - {addresses: [10.0.0.1], nodeName: node1, zone: zone-a, conditions: {ready: true}}
        - {addresses: [10.0.0.2], nodeName: node2, zone: zone-b, conditions: {ready: true}}
      """;

  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: any, namespace: here, labels: {app.kubernetes.io/name: microstorm}}
      spec: {rules: [{host: storm.example}], tls: [{hosts: [storm.example]}]}
      """;

  private Release() {}

  /** All objects of the release. */
  static List<HasMetadata> good() {
    return parse(text());
  }

  /** All objects of the release, with every occurrence of a text replaced by another. */
  static List<HasMetadata> with(String text, String replacement) {
    if (!text().contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return parse(text().replace(text, replacement));
  }

  private static String text() {
    StringBuilder all = new StringBuilder(INGRESS);
    Cluster.SERVICES.forEach(
        service -> all.append("---\n").append(EACH.replace("SERVICE", service)));
    return all.toString();
  }

  private static List<HasMetadata> parse(String yaml) {
    List<HasMetadata> objects = new ArrayList<>();
    Stream.of(yaml.split("---\n"))
        .forEach(document -> objects.add(Serialization.unmarshal(document, HasMetadata.class)));
    return objects;
  }

  /** The cluster as a service with access to all objects sees it. */
  static Cluster cluster(List<HasMetadata> objects) {
    return new Cluster(
        of("deployments", Deployment.class, objects),
        of("pods", Pod.class, objects),
        of("horizontalpodautoscalers", HorizontalPodAutoscaler.class, objects),
        of("poddisruptionbudgets", PodDisruptionBudget.class, objects),
        of("endpointslices", EndpointSlice.class, objects),
        of("ingresses", Ingress.class, objects),
        of("httproutes", HTTPRoute.class, objects));
  }

  private static <T> Listing<T> of(String resource, Class<T> type, List<HasMetadata> objects) {
    return Listing.of(resource, objects.stream().filter(type::isInstance).map(type::cast).toList());
  }
}

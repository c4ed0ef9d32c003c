package microstorm.report.platform;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMixedDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * A double of the API server, which the service finds as a pod finds the real one. It has a release
 * and forbids listing one kind of objects.
 */
public class ApiServerDouble implements QuarkusTestResourceLifecycleManager {

  private static final String FORBIDDEN =
      "/apis/policy/v1/namespaces/here/poddisruptionbudgets"
          + "?labelSelector=app.kubernetes.io%2Fname%3Dmicrostorm&resourceVersion=0";

  private KubernetesMockServer server;

  @Override
  public Map<String, String> start() {
    Map<ServerRequest, Queue<ServerResponse>> expected = new HashMap<>();
    server =
        new KubernetesMockServer(
            new io.fabric8.mockwebserver.Context(),
            new MockWebServer(),
            expected,
            new KubernetesMixedDispatcher(expected),
            false);
    server.init();
    server.expect().get().withPath(FORBIDDEN).andReturn(403, null).always();
    try (KubernetesClient client = server.createClient()) {
      Release.good().forEach(object -> client.resource(object).create());
    }
    System.setProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY, server.url("/"));
    System.setProperty(Config.KUBERNETES_AUTH_TRYKUBECONFIG_SYSTEM_PROPERTY, "false");
    return Map.of("KUBERNETES_SERVICE_HOST", server.getHostName());
  }

  @Override
  public void stop() {
    if (server != null) {
      System.clearProperty(Config.KUBERNETES_MASTER_SYSTEM_PROPERTY);
      System.clearProperty(Config.KUBERNETES_AUTH_TRYKUBECONFIG_SYSTEM_PROPERTY);
      server.destroy();
    }
  }
}

package microstorm.helm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stand-in for a Kubernetes API server. It serves only what the chart looks up: Secrets that
 * exist already. The environment variable {@code KUBECONFIG} of the tests names the file that this
 * class writes.
 */
final class ApiServer {

  private static final String SECRETS = "/api/v1/namespaces/brainstorms/secrets/";
  private static final Map<String, String> EXISTING = new ConcurrentHashMap<>();
  private static HttpServer server;

  private ApiServer() {}

  /** Starts the server. Later calls do nothing. */
  static synchronized void start() {
    if (server != null) {
      return;
    }
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", ApiServer::answer);
      server.start();
      Files.writeString(
          Path.of(System.getenv("KUBECONFIG")),
          """
          apiVersion: v1
          kind: Config
          current-context: test
          clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
          contexts: [{name: test, context: {cluster: test, user: test}}]
          users: [{name: test, user: {}}]
          """
              .formatted(server.getAddress().getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a Secret with one key to the cluster, until the result is closed. */
  static AutoCloseable has(String secret, String key, String base64) {
    EXISTING.put(
        secret,
        """
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s"}, "data": {"%s": "%s"}}
        """
            .formatted(secret, key, base64));
    return () -> EXISTING.remove(secret);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String found =
        path.equals("/api/v1")
            ? """
              {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "v1", "resources": [
                {"name": "secrets", "namespaced": true, "kind": "Secret", "verbs": ["get"]}]}
              """
            : path.startsWith(SECRETS) ? EXISTING.get(path.substring(SECRETS.length())) : null;
    String absent =
        """
        {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound", "code": 404}
        """;
    byte[] body = (found == null ? absent : found).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}

package microstorm.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.connections.ConnectionGuards;

/**
 * The one address of the local system, on 127.0.0.1 only. Passes requests and answers through as
 * they come, live streams included; answers 503 while a service has no ready replica.
 */
final class Proxy implements AutoCloseable {
  private static final int MAX_CONNECTIONS_PER_ORIGIN = 4096;
  private static final int CONNECT_TIMEOUT_MILLIS = 2000;

  /** Those of clients; each needs one more to a service, of the files that a process may open. */
  private static final int MAX_CONNECTIONS = 10_000;

  private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(10);
  private static final int PIPELINED = 16;

  /** Below the idle timeout of the services: a connection is given up here before it is there. */
  private static final int KEEP_ALIVE_SECONDS = 60;

  /** Well above the heartbeat of the live streams. */
  private static final int IDLE_SECONDS = 120;

  private static final String UNAVAILABLE =
      """
      {"type":"/api/problems#unavailable","title":"The service is not available",\
      "status":503,"detail":"The %s is starting or was restarted; try again in a moment. \
      A change may have been made: send it again with the same id or Idempotency-Key."}""";

  private final Vertx vertx;
  private final HttpServer server;

  private Proxy(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Listens.
   *
   * @throws StartException if the port is taken
   */
  static Proxy listen(int port, Upstreams origins) {
    ConnectionGuards.enable(HEAD_TIMEOUT, PIPELINED);
    ConnectionGuards.requireLoaded();
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS_PER_ORIGIN)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    HttpProxy proxy =
        // no tunnel: no service speaks another protocol
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .origin(context -> connect(context, origins))
            .addInterceptor(new Unavailable());
    AtomicInteger connections = new AtomicInteger();
    try {
      HttpServer server =
          vertx
              .createHttpServer(
                  new HttpServerOptions()
                      .setHost("127.0.0.1")
                      .setPort(port)
                      .setIdleTimeout(IDLE_SECONDS)
                      // a connection goes on as it began: nobody asks for other paths in it
                      .setHttp2ClearTextEnabled(false)
                      // else a client with a large body waits a second for leave to send it
                      .setHandle100ContinueAutomatically(true))
              .connectionHandler(connection -> limit(connection, connections))
              .requestHandler(proxy)
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      return new Proxy(vertx, server);
    } catch (Exception e) {
      vertx.close();
      throw new StartException(
          "Port " + port + " is in use or not allowed: choose another with --port.", e);
    }
  }

  private static void limit(HttpConnection connection, AtomicInteger connections) {
    connection.closeHandler(closed -> connections.decrementAndGet());
    if (connections.incrementAndGet() > MAX_CONNECTIONS) {
      connection.close();
    }
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (Exception e) {
      // The process ends anyway, and the sockets with it.
    }
  }

  private static Future<HttpClientRequest> connect(ProxyContext context, Upstreams origins) {
    Microservice service = serviceOf(context);
    return connect(context.client(), service, origins.inTurn(service));
  }

  /** Tries the replicas in turn: nothing was sent as long as none took the connection. */
  private static Future<HttpClientRequest> connect(
      HttpClient client, Microservice service, List<SocketAddress> addresses) {
    if (addresses.isEmpty()) {
      return Future.failedFuture(service.label() + " is not ready");
    }
    return client
        .request(new RequestOptions().setServer(addresses.get(0)))
        .recover(failure -> connect(client, service, addresses.subList(1, addresses.size())));
  }

  private static Microservice serviceOf(ProxyContext context) {
    String path = context.request().proxiedRequest().path();
    return Microservice.of(path == null ? "/" : path);
  }

  /** Says where a request came from, and turns "no answer" into a problem+json. */
  private static final class Unavailable implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      var client = context.request().proxiedRequest();
      if (client.authority() != null) { // HTTP/1.0 may do without
        // so that absolute addresses in answers are the proxy's
        context.request().setAuthority(client.authority());
      }
      context
          .request()
          .putHeader("X-Forwarded-For", client.remoteAddress().hostAddress())
          .putHeader("X-Forwarded-Proto", "http");
      return context.sendRequest().otherwise(failure -> unavailable(context));
    }

    private static ProxyResponse unavailable(ProxyContext context) {
      String body = UNAVAILABLE.formatted(serviceOf(context).label());
      return context
          .request()
          .release()
          .response()
          .setStatusCode(503)
          .putHeader("Retry-After", "1")
          .putHeader("Content-Type", "application/problem+json")
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Cache-Control", "no-store")
          .setBody(Body.body(Buffer.buffer(body)));
    }
  }
}

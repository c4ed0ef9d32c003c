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
import microstorm.connections.ClientNetwork;
import microstorm.connections.ConnectionGuards;
import microstorm.local.setup.ListenAddress;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.StartException;
import microstorm.local.setup.Upstreams;

/**
 * The single address of the local system. It passes requests and responses through as they arrive,
 * including live streams, and returns 503 while a service has no ready replica.
 */
final class Proxy implements AutoCloseable {
  private static final int CONNECT_TIMEOUT_MILLIS = 2000;

  /**
   * Connections of clients. Each needs another connection to a service, and the number of files
   * that a process may open is limited.
   */
  private static final int MAX_CONNECTIONS = 10_000;

  /**
   * A browser has up to six connections, so this is for some hundred people behind one address. A
   * page keeps its connections; only clients that close and open them again reach the rate.
   */
  private static final ConnectionLimiter.Limits CONNECTIONS =
      new ConnectionLimiter.Limits(MAX_CONNECTIONS, 2_048, 100, 2_048);

  private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(10);
  private static final int PIPELINED = 16;

  /**
   * Shorter than the idle timeout of the services, so that the proxy closes idle connections first.
   */
  private static final int KEEP_ALIVE_SECONDS = 60;

  /** Much longer than the heartbeat interval of the live streams. */
  private static final int IDLE_SECONDS = 120;

  private static final String UNAVAILABLE =
      """
      {"type":"/api/problems#unavailable","title":"Temporarily unavailable",\
      "status":503,"detail":"The %s cannot be reached at the moment. Try again in a few seconds. \
      A change may have been made: repeat it with the same id or Idempotency-Key."}""";

  private final Vertx vertx;
  private final HttpServer server;

  private Proxy(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Starts listening.
   *
   * @throws StartException if the port is in use
   */
  static Proxy listen(ListenAddress address, int port, Upstreams upstreams) {
    return listen(address, port, upstreams, new ConnectionLimiter(CONNECTIONS));
  }

  static Proxy listen(
      ListenAddress address, int port, Upstreams upstreams, ConnectionLimiter connections) {
    return listen(address, port, upstreams, connections, connections.total());
  }

  /**
   * Starts listening with fewer connections to a replica than clients may have.
   *
   * @param toReplica connections to one replica; a request that finds none free gets 503
   */
  static Proxy listen(
      ListenAddress address,
      int port,
      Upstreams upstreams,
      ConnectionLimiter connections,
      int toReplica) {
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
                // a connection of a client has one request at a time, so all of them have room
                .setMaxPoolSize(toReplica)
                // nobody waits behind the requests of others
                .setMaxWaitQueueSize(0)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    HttpProxy proxy =
        // no tunnels: no service uses another protocol
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
            .origin(context -> connect(context, upstreams))
            .addInterceptor(new Unavailable());
    try {
      HttpServer server =
          vertx
              .createHttpServer(
                  new HttpServerOptions()
                      .setHost(address.literal())
                      .setPort(port)
                      .setIdleTimeout(IDLE_SECONDS)
                      // no upgrade of a connection to HTTP/2
                      .setHttp2ClearTextEnabled(false)
                      // otherwise a client with a large body waits a second before it sends it
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
          "Port " + port + " is in use or not allowed. Choose another one with --port.", e);
    }
  }

  private static void limit(HttpConnection connection, ConnectionLimiter connections) {
    String client = ClientNetwork.of(connection.remoteAddress().hostAddress());
    if (connections.start(client)) {
      connection.closeHandler(closed -> connections.end(client));
    } else {
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
      // The process ends anyway, and its sockets with it.
    }
  }

  private static Future<HttpClientRequest> connect(ProxyContext context, Upstreams upstreams) {
    Microservice service = serviceOf(context);
    return connect(context.client(), service, upstreams.inTurn(service));
  }

  /** Tries the replicas in turn: until one accepts the connection, nothing has been sent. */
  private static Future<HttpClientRequest> connect(
      HttpClient client, Microservice service, List<SocketAddress> addresses) {
    if (addresses.isEmpty()) {
      return Future.failedFuture("No replica of " + service.label() + " is ready.");
    }
    return client
        .request(new RequestOptions().setServer(addresses.get(0)))
        .recover(failure -> connect(client, service, addresses.subList(1, addresses.size())));
  }

  private static Microservice serviceOf(ProxyContext context) {
    String path = context.request().proxiedRequest().path();
    return Microservice.of(path == null ? "/" : path);
  }

  /**
   * Adds the client's address to requests, and answers with problem+json if no service responds.
   */
  private static final class Unavailable implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      var client = context.request().proxiedRequest();
      if (client.authority() != null) { // optional in HTTP/1.0
        // so that absolute addresses in responses are those of the proxy
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

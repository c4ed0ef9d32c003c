package microstorm.report.outbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import microstorm.report.outbound.OutboundFailure.Kind;

/**
 * Sends requests to addresses that users choose. It looks up a host once, checks each of its
 * addresses and connects to one that it checked, so that a name cannot lead elsewhere in between.
 * It follows no redirects, keeps no cookies and no connections, and uses no proxy.
 */
@ApplicationScoped
public class OutboundClient {

  private static final int LOOK_UPS = 8;
  private static final int MAX_HEAD = 16 * 1024;
  private static final int MAX_LINE = 4 * 1024;

  private final Vertx vertx;
  private final OutboundAddresses addresses;
  private final OutboundPermits permits;
  private final WorkerExecutor lookUps;
  private final HttpClient http;

  @Inject
  OutboundClient(Vertx vertx, OutboundAddresses addresses, OutboundConfig config) {
    this(vertx, addresses, config, new HttpClientOptions());
  }

  /**
   * @param options those of the certificates that are trusted
   */
  OutboundClient(
      Vertx vertx, OutboundAddresses addresses, OutboundConfig config, HttpClientOptions options) {
    this.vertx = vertx;
    this.addresses = addresses;
    this.permits = new OutboundPermits(config.maxConnections(), config.maxConnectionsPerHost());
    this.lookUps = vertx.createSharedWorkerExecutor("outbound-names", LOOK_UPS);
    this.http =
        vertx.createHttpClient(
            options
                .setKeepAlive(false)
                .setMaxPoolSize(config.maxConnectionsPerHost())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setSslHandshakeTimeout(config.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MAX_HEAD)
                .setMaxInitialLineLength(MAX_LINE)
                .setDecompressionSupported(false));
  }

  @PreDestroy
  void close() {
    http.close();
    lookUps.close();
  }

  /**
   * Sends a request. The result is an {@link OutboundFailure} if there is no response; every status
   * is a response.
   */
  public Future<OutboundResponse> send(OutboundRequest request) {
    String host = request.target().host();
    if (!permits.acquire(host)) {
      return Future.failedFuture(new OutboundFailure(Kind.BUSY));
    }
    return new OutboundExchange(vertx, http, this::find, request)
        .run()
        .onComplete(end -> permits.release(host));
  }

  /**
   * Checks that this service would connect to an address, without doing so. The result is an {@link
   * OutboundFailure} otherwise. The host may have other addresses later.
   */
  public Future<Void> check(OutboundTarget target) {
    return find(target).mapEmpty();
  }

  private Future<List<InetAddress>> find(OutboundTarget target) {
    return lookUps.executeBlocking(() -> addresses.find(target), false);
  }
}

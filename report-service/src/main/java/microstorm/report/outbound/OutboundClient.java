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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import microstorm.report.outbound.OutboundFailure.Kind;

/**
 * Sends requests to addresses that users choose. It looks up a host once, checks each of its
 * addresses and connects to one that it checked, so that a name cannot lead elsewhere in between.
 * It follows no redirects, keeps no cookies and no connections, and uses no proxy.
 */
@ApplicationScoped
public class OutboundClient {

  /** Each has a thread, which waits for name servers that other people run. */
  private static final int LOOK_UPS = 32;

  private static final int LOOK_UPS_PER_TEAM = 4;

  private static final int MAX_HEAD = 16 * 1024;
  private static final int MAX_LINE = 4 * 1024;

  private final Vertx vertx;
  private final OutboundAddresses addresses;
  private final OutboundPermits permits;
  private final OutboundPermits lookUpPermits = new OutboundPermits(LOOK_UPS, LOOK_UPS_PER_TEAM);
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
    return new OutboundExchange(vertx, http, target -> find(request.teamId(), target), request)
        .run()
        .onComplete(end -> permits.release(host));
  }

  /**
   * Checks that this service would connect to an address, without doing so. The result is an {@link
   * OutboundFailure} otherwise. The host may have other addresses later.
   */
  public Future<Void> check(UUID teamId, OutboundTarget target) {
    return find(teamId, target).mapEmpty();
  }

  /** A look-up counts until its name server has answered, although nobody waits so long. */
  private Future<List<InetAddress>> find(UUID teamId, OutboundTarget target) {
    String team = teamId.toString();
    if (!lookUpPermits.acquire(team)) {
      return Future.failedFuture(new OutboundFailure(Kind.BUSY));
    }
    return lookUps
        .executeBlocking(() -> addresses.find(target), false)
        .onComplete(end -> lookUpPermits.release(team));
  }
}

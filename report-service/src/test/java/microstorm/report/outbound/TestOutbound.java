package microstorm.report.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings and clients for tests without Quarkus. */
final class TestOutbound {

  private TestOutbound() {}

  /** Settings with few connections. */
  static OutboundConfig config(String... allowed) {
    List<IpNetwork> networks = Stream.of(allowed).map(IpNetwork::parse).toList();
    return new OutboundConfig() {
      @Override
      public Optional<List<IpNetwork>> allowedNetworks() {
        return Optional.of(networks).filter(list -> !list.isEmpty());
      }

      @Override
      public int maxConnections() {
        return 3;
      }

      @Override
      public int maxConnectionsPerHost() {
        return 2;
      }

      @Override
      public Duration connectTimeout() {
        return Duration.ofSeconds(30);
      }
    };
  }

  /** A client that looks up names in a test's own way. */
  static OutboundClient client(
      Vertx vertx, HostNames names, HttpClientOptions options, String... allowed) {
    OutboundConfig config = config(allowed);
    return new OutboundClient(vertx, new OutboundAddresses(config, names), config, options);
  }
}

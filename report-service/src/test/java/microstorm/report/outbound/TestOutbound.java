package microstorm.report.outbound;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.util.HashMap;
import java.util.Map;

/** Settings and clients for tests without Quarkus. */
final class TestOutbound {

  private static final int PRIORITY = 100;

  private TestOutbound() {}

  /** Settings with few connections. */
  static OutboundConfig config(String... allowed) {
    Map<String, String> settings = new HashMap<>();
    settings.put("microstorm.outbound.max-connections", "3");
    settings.put("microstorm.outbound.max-connections-per-host", "2");
    settings.put("microstorm.outbound.connect-timeout", "30s");
    if (allowed.length > 0) {
      settings.put("microstorm.outbound.allowed-networks", String.join(",", allowed));
    }
    return new SmallRyeConfigBuilder()
        .withMapping(OutboundConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", PRIORITY))
        .build()
        .getConfigMapping(OutboundConfig.class);
  }

  /** A client that looks up names in a test's own way. */
  static OutboundClient client(
      Vertx vertx, HostNames names, HttpClientOptions options, String... allowed) {
    OutboundConfig config = config(allowed);
    return new OutboundClient(vertx, new OutboundAddresses(config, names), config, options);
  }
}

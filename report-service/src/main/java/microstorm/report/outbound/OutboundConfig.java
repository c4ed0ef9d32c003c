package microstorm.report.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of connections to addresses that users choose. An invalid value stops the start. */
@ConfigMapping(prefix = "microstorm.outbound")
public interface OutboundConfig {

  /**
   * The networks that this service may connect to in addition to the public internet, separated by
   * commas, such as {@code 10.20.0.0/16,fd12:3456::/48}. In these networks every port is permitted;
   * elsewhere only 80 and 443.
   */
  Optional<List<@WithConverter(IpNetwork.Reader.class) IpNetwork>> allowedNetworks();

  /** How many connections are open at the same time. */
  @WithDefault("32")
  @Min(1)
  @Max(10_000)
  int maxConnections();

  /** How many of them may be to one host. */
  @WithDefault("8")
  @Min(1)
  @Max(10_000)
  int maxConnectionsPerHost();

  /** How long one attempt to connect to an address may take. */
  @WithDefault("5s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 1)
  Duration connectTimeout();
}

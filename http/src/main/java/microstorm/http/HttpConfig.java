package microstorm.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The HTTP settings of every service. */
@ConfigMapping(prefix = "microstorm.http")
public interface HttpConfig {

  /** The largest body that is read; a larger one is refused with 413. */
  @WithDefault("64K")
  MemorySize maxBody();

  /**
   * How long the head of a request may take to arrive completely, from the start of the connection
   * or its own first byte; the connection is closed after that. A client on the slowest network
   * sends a head in one second.
   */
  @WithDefault("10s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration headTimeout();

  /**
   * How many requests a client may send on one connection before it has read the first answer; the
   * connection is closed at the next. Browsers and proxies send one.
   */
  @WithDefault("16")
  @Min(1)
  @Max(10_000)
  int pipelined();

  /**
   * How long a body may take to arrive completely, however steadily it comes; 408 after that. Until
   * then it occupies a connection and its bytes, but no worker thread.
   */
  @WithDefault("120s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 30)
  Duration bodyDeadline();

  /** How long a body may pause before {@link #bodyMinRate} counts: networks hesitate. */
  @WithDefault("5s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration bodyGrace();

  /**
   * How much of a body must arrive per second, however much arrived before; 408 for a slower one.
   */
  @WithDefault("1K")
  MemorySize bodyMinRate();

  /**
   * How many bytes of bodies this process holds at once, from their arrival until the request is
   * answered; 503 beyond that. An eighth of the heap that the services run with.
   */
  @WithDefault("32M")
  MemorySize bodiesHeld();

  /**
   * How many of these bytes may come from one address; 503 beyond that. It is enough for a group
   * behind one address to post thousands of ideas at once, and leaves room for others.
   */
  @WithDefault("16M")
  MemorySize bodiesHeldPerAddress();

  /**
   * About how many bytes of JSON a page of a list may have; it ends with the last item that fits,
   * and the client asks for the next page. A phone with 400 kbit/s reads 1 MB within 20 seconds.
   */
  @WithDefault("1M")
  MemorySize pageBytes();

  /**
   * The address of the published keys (RFC 7517), by which tokens are checked. Required in every
   * service that does not issue the tokens itself.
   */
  Optional<URI> jwksUrl();

  /**
   * How long a checked token is accepted without another check, at most until it expires. A key
   * that is no longer published stops working after this time, in addition to the time for which
   * the published keys are cached.
   */
  @WithDefault("60s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(minutes = 10)
  Duration tokensKeptFor();

  /**
   * How long the answer is remembered whether a team or key was revoked, except by the replica that
   * revokes it; 0 asks the database at each request of a team.
   */
  @WithDefault("0s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(minutes = 1)
  Duration revocationsKeptFor();

  /** How many checked tokens are cached, some 3 KB each. */
  @WithDefault("10000")
  @Min(0)
  @Max(1_000_000)
  int tokensKept();

  /**
   * The origins whose pages may call the API from a browser (CORS), separated by commas, such as
   * {@code https://board.example.com}. By default none: pages of the service's own address need no
   * permission.
   */
  Optional<
          List<
              @Pattern(
                  regexp =
                      "https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?",
                  message =
                      "must be an origin in lower case without a path, such as"
                          + " https://board.example.com")
              String>>
      allowedOrigins();
}

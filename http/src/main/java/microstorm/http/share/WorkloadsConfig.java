package microstorm.http.share;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * The numbers of requests of each kind of work that a replica handles at a time, and that may wait.
 */
@ConfigMapping(prefix = "microstorm.workloads")
public interface WorkloadsConfig {

  /** The kinds of work by name. */
  @WithParentName
  @WithDefaults
  Map<String, @Valid Limits> byName();

  /** The limits of one kind of work. */
  interface Limits {

    /**
     * The maximum number of requests at a time. Each has a thread, and most have a database
     * connection.
     */
    @WithDefault("32")
    @Min(1)
    @Max(10_000)
    int running();

    /** The maximum of one team. */
    @WithDefault("6")
    @Min(1)
    @Max(10_000)
    int runningPerTeam();

    /** The maximum of one client. */
    @WithDefault("4")
    @Min(1)
    @Max(10_000)
    int runningPerClient();

    /**
     * How long a team's place stays taken after a request, in percent of the time for which the
     * request ran; at most {@code patience}. With 100, a team uses each of its places for half of
     * the time, and the processors are free for others in between.
     */
    @WithDefault("0")
    @Min(0)
    @Max(1_000)
    int restPercent();

    /** The maximum number of requests that wait for their turn; the next is refused with 503. */
    @WithDefault("1024")
    @Min(1)
    @Max(100_000)
    int waiting();

    /** The maximum of waiting requests of one team; the next is refused with 429. */
    @WithDefault("256")
    @Min(1)
    @Max(100_000)
    int waitingPerTeam();

    /** The maximum of waiting requests of one client; the next is refused with 429. */
    @WithDefault("64")
    @Min(1)
    @Max(100_000)
    int waitingPerClient();

    /** The time that a request waits for its turn before it is refused. */
    @WithDefault("5s")
    @WithConverter(DurationWithUnit.class)
    @DurationMin(millis = 10)
    @DurationMax(minutes = 5)
    Duration patience();

    /**
     * The time for which a client may take no byte of a response, if the request counts until the
     * response is sent.
     */
    @WithDefault("10s")
    @WithConverter(DurationWithUnit.class)
    @DurationMin(millis = 100)
    @DurationMax(minutes = 30)
    Duration stalled();

    /** The time within which a client must take the whole response of such a request. */
    @WithDefault("5m")
    @WithConverter(DurationWithUnit.class)
    @DurationMin(millis = 100)
    @DurationMax(hours = 2)
    Duration slowest();
  }
}

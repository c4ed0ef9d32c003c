package microstorm.idea.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of the live streams. */
@ConfigMapping(prefix = "microstorm.stream")
public interface StreamConfig {

  /** The interval of the comments that keep an idle stream alive behind a proxy. */
  @WithDefault("15s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration heartbeat();

  /**
   * How many bytes may wait for a slow client, in addition to the bytes that are being sent. Beyond
   * it the connection is cut off, and the client can resume. When nothing waits, changes of any
   * size are accepted.
   */
  @WithDefault("256K")
  MemorySize queue();

  /**
   * The maximum number of streams of one session that one person may have open on a replica, with
   * any tokens. A further one ends the oldest.
   */
  @WithDefault("5")
  @Min(1)
  @Max(1_000)
  int perPerson();

  /**
   * The maximum number of streams that one team may have open on a replica, in all its sessions.
   */
  @WithDefault("1000")
  @Min(1)
  @Max(1_000_000)
  int perTeam();

  /** The maximum number of streams on a replica. */
  @WithDefault("10000")
  @Min(1)
  @Max(1_000_000)
  int perReplica();

  /**
   * The number of threads that read changes from the database. Each uses a connection while it
   * reads.
   */
  @WithDefault("4")
  @Min(1)
  @Max(64)
  int readers();

  /** How often the database is checked for changes that were not announced; "off" disables this. */
  @WithDefault("1s")
  String poll();
}

package microstorm.idea.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the live streams are kept. */
@ConfigMapping(prefix = "microstorm.stream")
public interface StreamConfig {

  /** After so long without a change a comment is sent, so that no proxy takes a stream for dead. */
  @WithDefault("15s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration heartbeat();

  /**
   * How many bytes may wait for a client that reads slowly, beside what is being sent to it. One
   * more, and its connection is cut; it comes back and goes on where it was. What changed together
   * is taken whole when nothing waits, however large.
   */
  @WithDefault("256K")
  MemorySize queue();

  /**
   * How many streams of a session one person may have open on a replica, whichever tokens they
   * have.
   */
  @WithDefault("5")
  @Min(1)
  @Max(1_000)
  int perPerson();

  /** Most streams that one team may have open on a replica, in all its sessions. */
  @WithDefault("1000")
  @Min(1)
  @Max(1_000_000)
  int perTeam();

  /** How many streams a replica takes. */
  @WithDefault("10000")
  @Min(1)
  @Max(1_000_000)
  int perReplica();

  /** How many threads read changes from the database; each takes a connection while it does. */
  @WithDefault("4")
  @Min(1)
  @Max(64)
  int readers();

  /** How often the database is asked for changes that nobody told of; "off" to never ask. */
  @WithDefault("1s")
  String poll();
}

package microstorm.session.core;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The bounds of sessions. */
@ConfigMapping(prefix = "microstorm.sessions")
public interface SessionsConfig {

  /** How many people may be in a session at a time. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int maxParticipants();

  /**
   * How many seats are given with one join code, those that were left too; who leads has one more.
   */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int maxSeats();

  /**
   * How long a session may be in a phase, without the breaks, before it is closed because nobody
   * goes on with it; one in the lobby is cancelled then.
   */
  @WithDefault("12h")
  @DurationMin(minutes = 1)
  @DurationMax(days = 366)
  Duration closeAfter();

  /**
   * How long a session that is closing waits for the seal of its boards before it asks for it
   * again.
   */
  @WithDefault("30s")
  @DurationMin(seconds = 1)
  @DurationMax(hours = 1)
  Duration sealAgainAfter();

  /** How often a replica looks for timers that are due. */
  @WithDefault("250ms")
  @DurationMin(millis = 10)
  @DurationMax(hours = 1)
  Duration timerPoll();

  /**
   * How many wrong join codes a minute one address may send for one session. Who has the right code
   * joins nevertheless: a room of people behind one address is not punished for a typing error.
   */
  @WithDefault("10")
  @Min(1)
  int wrongCodesPerMinute();
}

package microstorm.session.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of sessions. */
@ConfigMapping(prefix = "microstorm.sessions")
public interface SessionsConfig {

  /** How many people may be in a session at a time. */
  @WithDefault("200")
  int maxParticipants();

  /**
   * How long after its start a session is closed when nobody closes it, and after its lobby opened
   * cancelled when nobody begins it.
   */
  @WithDefault("12h")
  Duration closeAfter();

  /**
   * How long a session that is closing waits for the seal of its boards before it asks for it
   * again.
   */
  @WithDefault("30s")
  Duration sealAgainAfter();

  /** How often a replica looks for timers that are due. */
  @WithDefault("250ms")
  Duration timerPoll();

  /**
   * How many wrong join codes a minute one address may send for one session. Who has the right code
   * joins nevertheless: a room of people behind one address is not punished for a typing error.
   */
  @WithDefault("10")
  int wrongCodesPerMinute();
}

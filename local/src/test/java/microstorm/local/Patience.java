package microstorm.local;

import java.time.Duration;

/**
 * How long the system tests wait for a condition, in one place. Long enough for a machine that is
 * several times slower than usual.
 */
public final class Patience {

  public static final Duration AT_MOST = Duration.ofMinutes(3);

  private Patience() {}
}

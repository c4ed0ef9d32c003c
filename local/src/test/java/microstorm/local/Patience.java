package microstorm.local;

import java.time.Duration;

/**
 * The timeout of the system tests, long enough for a machine that is several times slower than
 * usual.
 */
public final class Patience {

  public static final Duration AT_MOST = Duration.ofMinutes(3);

  private Patience() {}
}

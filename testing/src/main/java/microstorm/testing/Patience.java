package microstorm.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.pollinterval.PollInterval;

/**
 * Lets tests wait for a condition, with a timeout for a machine that is several times slower than
 * usual. Tests do not measure time; benchmarks do.
 */
public final class Patience {

  private static final Duration AT_MOST = Duration.ofMinutes(3);

  /** Most conditions hold soon; the others are not to be checked too often. */
  private static final PollInterval OFTEN_AT_FIRST =
      (polls, last) -> Duration.ofMillis(Math.min(Math.max(2 * last.toMillis(), 10), 100));

  private Patience() {}

  /** Waits until a condition holds. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(AT_MOST).pollInterval(OFTEN_AT_FIRST);
  }

  /** Waits until a condition holds; the name describes the condition in a failure. */
  public static ConditionFactory await(String name) {
    return Awaitility.await(name).atMost(AT_MOST).pollInterval(OFTEN_AT_FIRST);
  }
}

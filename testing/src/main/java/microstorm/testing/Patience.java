package microstorm.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How tests wait: for a condition, and long enough for a machine that is several times slower than
 * usual. What takes that long has failed; how long it takes otherwise is a matter for the
 * benchmarks.
 */
public final class Patience {

  private static final Duration AT_MOST = Duration.ofMinutes(3);

  private Patience() {}

  /** Waits until a condition holds. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(AT_MOST);
  }

  /** Waits until a condition holds, which a failure calls by this name. */
  public static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(AT_MOST);
  }
}

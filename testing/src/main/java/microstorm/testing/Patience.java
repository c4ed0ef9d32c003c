package microstorm.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Lets tests wait for a condition, with a timeout for a machine that is several times slower than
 * usual. Tests do not measure time; benchmarks do.
 */
public final class Patience {

  private static final Duration AT_MOST = Duration.ofMinutes(3);

  private Patience() {}

  /** Waits until a condition holds. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(AT_MOST);
  }

  /** Waits until a condition holds; the name describes the condition in a failure. */
  public static ConditionFactory await(String name) {
    return Awaitility.await(name).atMost(AT_MOST);
  }
}

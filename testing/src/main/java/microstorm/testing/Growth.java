package microstorm.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Function;

/** How the processor time of a piece of work grows with the size of its input. */
public final class Growth {

  /** Work that is linear takes four times as long; if it is quadratic, sixteen times. */
  public static final double OF_LINEAR_WORK_AT_MOST = 9;

  private static final int FACTOR = 4;
  private static final int ROUNDS = 15;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * The ratio of the processor time for an input of four times the size to that for the size, each
   * the least of several rounds: what else the machine does counts as little as can be.
   *
   * @param work makes its input and answers the work on it
   */
  public static double factor(int size, Function<Integer, Runnable> work) {
    Runnable small = work.apply(size);
    Runnable large = work.apply(FACTOR * size);
    long leastSmall = Long.MAX_VALUE;
    long leastLarge = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      leastSmall = Math.min(leastSmall, nanosOf(small));
      leastLarge = Math.min(leastLarge, nanosOf(large));
    }
    return (double) leastLarge / Math.max(1, leastSmall);
  }

  private static long nanosOf(Runnable work) {
    long before = CLOCK.getCurrentThreadCpuTime();
    work.run();
    return CLOCK.getCurrentThreadCpuTime() - before;
  }
}

package microstorm.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Function;

/** Measures how the processor time of a task grows with the size of its input. */
public final class Growth {

  /** A linear task takes four times as long, a quadratic one sixteen times. */
  public static final double OF_LINEAR_WORK_AT_MOST = 9;

  private static final int FACTOR = 4;
  private static final int LEAST_ROUNDS = 15;
  private static final int MOST_ROUNDS = 300;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /**
   * The ratio of the processor times for four times the size and for the size. Each is the minimum
   * of 15 rounds. While the ratio is larger than that of linear work, more rounds follow, up to
   * 300: other load only adds to a time, so that the minima approach the times of an idle machine.
   *
   * @param work creates an input of a size and returns the task for it
   */
  public static double factor(int size, Function<Integer, Runnable> work) {
    Runnable small = work.apply(size);
    Runnable large = work.apply(FACTOR * size);
    long leastSmall = Long.MAX_VALUE;
    long leastLarge = Long.MAX_VALUE;
    double ratio = Double.MAX_VALUE;
    for (int round = 0;
        round < LEAST_ROUNDS || ratio > OF_LINEAR_WORK_AT_MOST && round < MOST_ROUNDS;
        round++) {
      leastSmall = Math.min(leastSmall, nanosOf(small));
      leastLarge = Math.min(leastLarge, nanosOf(large));
      ratio = (double) leastLarge / Math.max(1, leastSmall);
    }
    return ratio;
  }

  private static long nanosOf(Runnable work) {
    long before = CLOCK.getCurrentThreadCpuTime();
    work.run();
    return CLOCK.getCurrentThreadCpuTime() - before;
  }
}

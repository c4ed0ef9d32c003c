package microstorm.report.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pauses between attempts. */
class RetryPlanTest {

  private static final int ATTEMPTS = 10;
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(8);

  @Test
  void eachPauseIsFourTimesAsLongUpToTheLongest() {
    assertThat(pauses(half()).stream().map(Duration::toSeconds))
        .containsExactly(5L, 20L, 80L, 320L, 1280L, 5120L, 20480L, 28800L, 28800L);
  }

  @Test
  void theAttemptsReachOverAboutADay() {
    Duration all = pauses(half()).stream().reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(28));
  }

  @Test
  void thePausesOfSeveralDeliveriesDiffer() {
    long seed = new Random().nextLong();
    List<Duration> pauses = pauses(new Random(seed));

    for (int i = 0; i < pauses.size(); i++) {
      double stretch = (double) pauses.get(i).toMillis() / pauses(half()).get(i).toMillis();
      assertThat(stretch).as("seed %d", seed).isBetween(0.79, 1.21);
    }
    assertThat(pauses).as("seed %d", seed).isNotEqualTo(pauses(half()));
  }

  @Test
  void waitsAsLongAsTheReceiverAsksUpToTheLongestPause() {
    RetryPlan plan = new RetryPlan(ATTEMPTS, FIRST, LONGEST, half());

    assertThat(plan.pauseAfter(1, Duration.ofMinutes(1))).contains(Duration.ofMinutes(1));
    assertThat(plan.pauseAfter(1, Duration.ofSeconds(1))).contains(FIRST);
    assertThat(plan.pauseAfter(1, Duration.ofDays(9))).contains(LONGEST);
    assertThat(plan.pauseAfter(ATTEMPTS, Duration.ofMinutes(1))).isEmpty();
  }

  private static List<Duration> pauses(RandomGenerator random) {
    RetryPlan plan = new RetryPlan(ATTEMPTS, FIRST, LONGEST, random);
    return IntStream.rangeClosed(1, ATTEMPTS)
        .mapToObj(attempt -> plan.pauseAfter(attempt, Duration.ZERO))
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  /** Always the middle of a range. */
  private static RandomGenerator half() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return 0.5;
      }
    };
  }
}

package microstorm.report.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is repeated: after pauses that are four times as long each time, so that a
 * short failure is over soon, and the attempts reach over about a day. Each pause is up to a fifth
 * longer or shorter, so that the deliveries of an outage do not come back together.
 */
final class RetryPlan {

  private static final int FACTOR = 4;
  private static final double JITTER = 0.2;

  private final int attempts;
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  RetryPlan(int attempts, Duration first, Duration longest, RandomGenerator random) {
    this.attempts = attempts;
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * The pause after an attempt; empty if it was the last one.
   *
   * @param attempt its number, from 1
   * @param requested how long the receiver asks to wait; at most the longest pause is granted
   */
  Optional<Duration> pauseAfter(int attempt, Duration requested) {
    if (attempt >= attempts) {
      return Optional.empty();
    }
    Duration pause = first;
    for (int i = 1; i < attempt && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(FACTOR);
    }
    double stretch = 1 - JITTER + 2 * JITTER * random.nextDouble();
    Duration planned = Duration.ofMillis(Math.round(shorter(pause, longest).toMillis() * stretch));
    Duration granted = shorter(requested, longest);
    return Optional.of(planned.compareTo(granted) < 0 ? granted : planned);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

package microstorm.session.capacity;

import java.time.Duration;

/** Stops the start when a setting of the pre-scaling is invalid. */
final class PreScalingConfigCheck {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_REPLICAS = 1_000;
  private static final int MOST_PEOPLE = 1_000_000;

  private PreScalingConfigCheck() {}

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException with the first invalid setting and its permitted values
   */
  static void check(PreScalingConfig config) {
    require(
        config.release().filter(release -> !release.isBlank()).isPresent(),
        "release",
        "not set",
        "the release's name, the value of the label app.kubernetes.io/instance");
    between(config.leadTime(), "lead-time", Duration.ZERO, DAY);
    between(config.sessionLength(), "session-length", Duration.ofMinutes(1), DAY);
    between(config.grace(), "grace", Duration.ZERO, DAY);
    between(config.interval(), "interval", Duration.ofMillis(100), Duration.ofMinutes(10));
    between(config.lease(), "lease", Duration.ofSeconds(3), Duration.ofMinutes(10));
    between(config.maxReplicas(), "max-replicas", MOST_REPLICAS);
    for (Component component : Component.values()) {
      between(
          config.participantsPerReplica(component),
          "participants-per-replica." + component.label(),
          MOST_PEOPLE);
    }
  }

  private static void between(int value, String key, int most) {
    require(value >= 1 && value <= most, key, value, "1 to " + most);
  }

  private static void between(Duration value, String key, Duration least, Duration most) {
    require(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        key,
        value,
        least + " to " + most);
  }

  private static void require(boolean valid, String key, Object value, String allowed) {
    if (!valid) {
      throw new IllegalArgumentException(
          "microstorm.pre-scaling." + key + " is " + value + ". It must be " + allowed + ".");
    }
  }
}

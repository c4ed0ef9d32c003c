package microstorm.session.capacity;

import java.util.Locale;

/** What was done about a floor. */
enum Decision {
  RAISED("FloorRaised"),
  LOWERED("FloorLowered"),
  /** Somebody else has set it meanwhile. */
  LEFT("OperatorsFloorKept");

  private final String reason;

  Decision(String reason) {
    this.reason = reason;
  }

  /** What changes one floor into the other. */
  static Decision between(MinReplicas before, MinReplicas after) {
    int difference = Integer.compare(after.value(), before.value());
    if (difference == 0) {
      return LEFT;
    }
    return difference > 0 ? RAISED : LOWERED;
  }

  /** The reason of its Event in the cluster. */
  String reason() {
    return reason;
  }

  /** Its name in the metrics. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

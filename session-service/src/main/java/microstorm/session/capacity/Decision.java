package microstorm.session.capacity;

import java.util.Locale;

/** A decision about the minimum number of replicas. */
enum Decision {
  RAISED("FloorRaised"),
  LOWERED("FloorLowered"),
  /** Kept, because somebody else has set it meanwhile. */
  LEFT("OperatorsFloorKept");

  private final String reason;

  Decision(String reason) {
    this.reason = reason;
  }

  /** The decision that leads from one minimum to the other. */
  static Decision between(MinReplicas before, MinReplicas after) {
    int difference = Integer.compare(after.value(), before.value());
    if (difference == 0) {
      return LEFT;
    }
    return difference > 0 ? RAISED : LOWERED;
  }

  /** The reason in its Kubernetes Event. */
  String reason() {
    return reason;
  }

  /** The name in the metrics. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

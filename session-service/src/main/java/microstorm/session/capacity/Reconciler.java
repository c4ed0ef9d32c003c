package microstorm.session.capacity;

import java.time.Instant;
import java.util.List;
import microstorm.session.capacity.PlannedSession.Expected;

/**
 * One look at the plans and the floors. It remembers nothing: all that it needs to know is in the
 * sessions and in the cluster's objects, so that any replica goes on where another stopped.
 */
final class Reconciler {

  private final PreScalingConfig config;
  private final ScaleTargets scalables;
  private final EventRecorder told;
  private final PreScalingMetrics meters;
  private final ApiErrors troubles;

  Reconciler(
      PreScalingConfig config,
      ScaleTargets scalables,
      EventRecorder told,
      PreScalingMetrics meters,
      ApiErrors troubles) {
    this.config = config;
    this.scalables = scalables;
    this.told = told;
    this.meters = meters;
    this.troubles = troubles;
  }

  void take(List<PlannedSession> plans, Instant now) {
    Expected expected = PlannedSession.expected(plans, now, config);
    meters.expected(expected.people());
    troubles.guard(
        "read the services' floors",
        () -> scalables.find().forEach(scalable -> settle(scalable, expected)));
  }

  /** One that is refused is in no other's way. */
  private void settle(ScaleTarget scalable, Expected expected) {
    int each = config.participantsPerReplica(scalable.component());
    MinReplicas before = scalable.floor();
    MinReplicas after = before.wanted(expected.replicas(each), scalable.most(), scalable.isTaken());
    meters.floor(scalable.component(), before.value());
    if (after.equals(before)) {
      leave(scalable);
      return;
    }
    troubles.guard(
        "set the floor of " + scalable.name(),
        () -> {
          ScaleTarget written = scalables.write(scalable, after);
          tell(scalable, after, expected, each);
          leave(written);
        });
  }

  private void tell(ScaleTarget scalable, MinReplicas after, Expected expected, int each) {
    Decision decision = Decision.between(scalable.floor(), after);
    meters.floor(scalable.component(), after.value());
    meters.decided(scalable.component(), decision);
    troubles.guard(
        "tell of the floor of " + scalable.name(),
        () -> told.tell(scalable, decision, after, expected, each));
  }

  /** Also where nothing is to be done: whoever wrote it may have stopped before they left it. */
  private void leave(ScaleTarget scalable) {
    troubles.guard("leave the floor of " + scalable.name(), () -> scalables.leave(scalable));
  }
}

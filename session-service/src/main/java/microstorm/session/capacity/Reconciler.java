package microstorm.session.capacity;

import java.time.Instant;
import java.util.List;
import microstorm.session.capacity.PlannedSession.Expected;

/**
 * Compares the planned sessions with the minimum numbers of replicas, and sets what differs. It
 * keeps no state: everything it needs is in the sessions and in the cluster's objects, so that any
 * replica can continue where another stopped.
 */
final class Reconciler {

  private final PreScalingConfig config;
  private final ScaleTargets targets;
  private final EventRecorder recorder;
  private final PreScalingMetrics metrics;
  private final ApiErrors errors;

  Reconciler(
      PreScalingConfig config,
      ScaleTargets targets,
      EventRecorder recorder,
      PreScalingMetrics metrics,
      ApiErrors errors) {
    this.config = config;
    this.targets = targets;
    this.recorder = recorder;
    this.metrics = metrics;
    this.errors = errors;
  }

  void reconcile(List<PlannedSession> plans, Instant now) {
    Expected expected = PlannedSession.expected(plans, now, config);
    metrics.expected(expected.people());
    errors.guard(
        "read the minimum numbers of replicas",
        () -> targets.find().forEach(target -> adjust(target, expected)));
  }

  /** Sets the minimum of one service. A refusal does not affect the other services. */
  private void adjust(ScaleTarget target, Expected expected) {
    int each = config.participantsPerReplica(target.component());
    MinReplicas before = target.floor();
    MinReplicas after = before.wanted(expected.replicas(each), target.most(), target.isTaken());
    metrics.floor(target.component(), before.value());
    if (after.equals(before)) {
      release(target);
      return;
    }
    errors.guard(
        "set the minimum of " + target.name(),
        () -> {
          ScaleTarget written = targets.write(target, after);
          recordDecision(target, after, expected, each);
          release(written);
        });
  }

  private void recordDecision(ScaleTarget target, MinReplicas after, Expected expected, int each) {
    Decision decision = Decision.between(target.floor(), after);
    metrics.floor(target.component(), after.value());
    metrics.decided(target.component(), decision);
    errors.guard(
        "record an Event for " + target.name(),
        () -> recorder.record(target, decision, after, expected, each));
  }

  /**
   * Gives up the ownership of the field. Also when nothing changes, because the replica that wrote
   * it may have stopped before giving it up.
   */
  private void release(ScaleTarget target) {
    errors.guard(
        "give up the ownership of the minimum of " + target.name(), () -> targets.release(target));
  }
}

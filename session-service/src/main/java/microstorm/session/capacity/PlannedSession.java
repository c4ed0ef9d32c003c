package microstorm.session.capacity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import microstorm.session.core.Phase;

/**
 * The part of a session that the capacity depends on.
 *
 * @param plannedAt the planned beginning
 * @param size the number of expected people
 */
record PlannedSession(Instant plannedAt, Phase phase, int size) {

  /** The people in the sessions of all teams that need replicas at this moment. */
  static Expected expected(Collection<PlannedSession> plans, Instant now, PreScalingConfig config) {
    int[] sizes =
        plans.stream()
            .filter(plan -> plan.counts(now, config))
            .mapToInt(PlannedSession::size)
            .toArray();
    return new Expected(sizes.length, Arrays.stream(sizes).sum());
  }

  /**
   * Whether the session needs replicas now: from the lead time before its planned beginning, or
   * from the opening of the lobby if that is earlier, until it is over, but no longer than the
   * grace period after its planned end.
   */
  private boolean counts(Instant now, PreScalingConfig config) {
    Instant from = plannedAt.minus(config.leadTime());
    Instant until = plannedAt.plus(config.sessionLength()).plus(config.grace());
    boolean begun = phase != Phase.PLANNED;
    return !phase.isOver() && (begun || !now.isBefore(from)) && now.isBefore(until);
  }

  /**
   * The expected load.
   *
   * @param sessions the number of sessions that overlap now
   * @param people the people in all of them
   */
  record Expected(int sessions, int people) {

    /** The number of replicas, when each serves this many people. */
    int replicas(int peoplePerReplica) {
      return (people + peoplePerReplica - 1) / peoplePerReplica;
    }
  }
}

package microstorm.session.capacity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import microstorm.session.core.Phase;

/**
 * A session as far as capacity is concerned.
 *
 * @param plannedAt when it is to begin
 * @param size how many people are expected
 */
record PlannedSession(Instant plannedAt, Phase phase, int size) {

  /** The people of all sessions that keep floors up at a moment, whatever team they are of. */
  static Expected expected(Collection<PlannedSession> plans, Instant now, PreScalingConfig config) {
    int[] sizes =
        plans.stream()
            .filter(plan -> plan.counts(now, config))
            .mapToInt(PlannedSession::size)
            .toArray();
    return new Expected(sizes.length, Arrays.stream(sizes).sum());
  }

  /**
   * Whether it keeps floors up: from the lead time on, or from when people came if they came
   * earlier, until it is over, at the latest the grace after its planned end.
   */
  private boolean counts(Instant now, PreScalingConfig config) {
    Instant from = plannedAt.minus(config.leadTime());
    Instant until = plannedAt.plus(config.sessionLength()).plus(config.grace());
    boolean begun = phase != Phase.PLANNED;
    return !phase.isOver() && (begun || !now.isBefore(from)) && now.isBefore(until);
  }

  /**
   * What is to come.
   *
   * @param sessions how many overlap now
   * @param people of them all
   */
  record Expected(int sessions, int people) {

    /** How many replicas serve them, when each serves so many people. */
    int replicas(int peoplePerReplica) {
      return (people + peoplePerReplica - 1) / peoplePerReplica;
    }
  }
}

package microstorm.session.timer;

import java.time.Instant;
import java.util.Map;
import microstorm.session.core.Session;

/** The effects of a feature's timers. */
public interface TimerEffects {

  /** The effect for each kind of timer of the feature. */
  Map<TimerKind, Effect> effects();

  /**
   * Runs once, on one of the replicas, with the session locked, in the transaction that deletes the
   * timer.
   */
  @FunctionalInterface
  interface Effect {

    /**
     * Applies a due timer.
     *
     * @param dueAt the due time, which can be long ago after an outage
     */
    void apply(Session session, Timer timer, Instant dueAt);
  }
}

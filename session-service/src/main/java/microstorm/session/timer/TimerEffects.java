package microstorm.session.timer;

import java.time.Instant;
import java.util.Map;
import microstorm.session.core.Session;

/** What a feature does when its timers are due. */
public interface TimerEffects {

  /** An effect for each kind of timer that the feature has. */
  Map<TimerKind, Effect> effects();

  /**
   * Runs in the transaction in which the timer was taken, with the session locked: once, on
   * whichever replica.
   */
  @FunctionalInterface
  interface Effect {

    /**
     * The timer's time has come.
     *
     * @param dueAt when it was due; a little ago, or long ago after an outage
     */
    void apply(Session session, Timer timer, Instant dueAt);
  }
}

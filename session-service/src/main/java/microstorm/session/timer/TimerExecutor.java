package microstorm.session.timer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.session.core.Sessions;
import microstorm.session.timer.TimerEffects.Effect;

/**
 * Applies one timer in one transaction, which deletes the timer, applies its effect and stores its
 * events.
 */
@ApplicationScoped
class TimerExecutor {

  private final Timers timers;
  private final Clock clock;
  private final DeletedKeys deletedKeys;
  private final Map<TimerKind, Effect> effects = new EnumMap<>(TimerKind.class);

  TimerExecutor(
      Timers timers, Clock clock, DeletedKeys deletedKeys, @All List<TimerEffects> features) {
    this.deletedKeys = deletedKeys;
    this.timers = timers;
    this.clock = clock;
    features.forEach(feature -> effects.putAll(feature.effects()));
  }

  @Transactional
  List<Timer> due(int limit) {
    return timers.due(clock.instant(), limit);
  }

  /**
   * Applies a timer, unless another replica does or it is no longer due. Locks the session first,
   * as every command does, so that transactions lock in one order. A deletion excludes the
   * transactions of the inbox before that.
   */
  @Transactional
  void take(Timer timer) {
    if (timer.kind() == TimerKind.DELETE) {
      deletedKeys.exclude();
    }
    Sessions.lockIfFree(timer.sessionId())
        .ifPresent(
            session -> {
              Instant now = clock.instant();
              timers
                  .take(timer, now)
                  .ifPresent(dueAt -> effects.get(timer.kind()).apply(session, timer, dueAt));
            });
  }
}

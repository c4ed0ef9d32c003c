package microstorm.report.standard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import microstorm.report.course.Happening;
import microstorm.report.course.Happening.HappeningDetail;
import microstorm.report.course.SessionPhase;
import org.jspecify.annotations.Nullable;

/**
 * Follows when a group worked and when it had a break. It works from the beginning of the quiet
 * phase, or of the sharing phase in a session over days, to the end.
 */
final class WorkTime {

  private final boolean overDays;
  private Duration longest = Duration.ZERO;
  private Duration paused = Duration.ZERO;
  private int breaks;
  private boolean started;
  private boolean ended;
  private @Nullable Instant workingSince;
  private @Nullable Instant pausedSince;

  private WorkTime(boolean overDays) {
    this.overDays = overDays;
  }

  static WorkTime of(List<Happening> happenings, boolean overDays) {
    WorkTime time = new WorkTime(overDays);
    happenings.forEach(time::follow);
    return time;
  }

  int breaks() {
    return breaks;
  }

  /** The length of all breaks. */
  Duration paused() {
    return paused;
  }

  /**
   * The longest time of work without a break. Nobody knows it if the service ended the session,
   * because the group had gone by then.
   */
  Optional<Duration> longest() {
    return started && ended ? Optional.of(longest) : Optional.empty();
  }

  private void follow(Happening happening) {
    Instant at = happening.happenedAt();
    HappeningDetail detail = happening.detail();
    switch (happening.kind()) {
      case QUIET_STARTED -> {
        if (!overDays) {
          work(at);
        }
      }
      case SHARING_STARTED -> work(at);
      case PHASE_REVERTED -> {
        if (detail.to() == SessionPhase.LOBBY || detail.to() == SessionPhase.PLANNED) {
          rest(at);
        }
      }
      case BREAK_STARTED -> {
        rest(at);
        breaks++;
        pausedSince = at;
      }
      case BREAK_ENDED -> resume(at);
      case CLOSING -> {
        rest(at);
        ended = !Boolean.TRUE.equals(detail.automatic());
      }
      default -> {}
    }
  }

  private void work(Instant at) {
    started = true;
    if (workingSince == null && pausedSince == null) {
      workingSince = at;
    }
  }

  private void rest(Instant at) {
    if (workingSince != null) {
      Duration worked = Duration.between(workingSince, at);
      longest = worked.compareTo(longest) > 0 ? worked : longest;
      workingSince = null;
    }
  }

  private void resume(Instant at) {
    if (pausedSince != null) {
      paused = paused.plus(Duration.between(pausedSince, at));
      pausedSince = null;
    }
    workingSince = started ? at : null;
  }
}

package microstorm.report.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import microstorm.report.course.Happening;
import microstorm.report.course.HappeningKind;
import microstorm.report.outcome.Outcome.ReportBreak;
import microstorm.report.outcome.Outcome.ReportQuiet;
import org.jspecify.annotations.Nullable;

/** Finds the quiet phase and the breaks in the timeline of a session. */
final class OutcomeTimeline {

  private OutcomeTimeline() {}

  static @Nullable ReportQuiet quiet(List<Happening> happenings) {
    return happenings.stream()
        .filter(happening -> happening.kind() == HappeningKind.SHARING_STARTED)
        .map(Happening::detail)
        .map(
            detail ->
                new ReportQuiet(
                    Objects.requireNonNullElse(detail.quietSeconds(), 0L),
                    Objects.requireNonNullElse(detail.pausedSeconds(), 0L),
                    Boolean.TRUE.equals(detail.endedEarly())))
        .findFirst()
        .orElse(null);
  }

  /** Each break ends before the next begins. */
  static List<ReportBreak> breaks(List<Happening> happenings) {
    List<ReportBreak> breaks = new ArrayList<>();
    for (Happening happening : happenings) {
      if (happening.kind() == HappeningKind.BREAK_STARTED) {
        breaks.add(new ReportBreak(happening.detail().breakId(), happening.happenedAt(), null));
      } else if (happening.kind() == HappeningKind.BREAK_ENDED && !breaks.isEmpty()) {
        ReportBreak last = breaks.remove(breaks.size() - 1);
        breaks.add(new ReportBreak(last.breakId(), last.startedAt(), happening.happenedAt()));
      }
    }
    return breaks;
  }
}

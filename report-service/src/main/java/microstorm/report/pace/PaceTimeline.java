package microstorm.report.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import microstorm.report.course.Happening;
import microstorm.report.course.SessionPhase;
import microstorm.report.pace.SessionPace.PaceKind;
import microstorm.report.pace.SessionPace.PaceSpan;
import org.jspecify.annotations.Nullable;

/** Follows the phases and breaks of a session, from the quiet phase to its end. */
final class PaceTimeline {

  private static final int MAX_STEPS = 60;
  private static final int MINUTE = 60;

  private final List<PaceSpan> spans = new ArrayList<>();
  private @Nullable PaceKind phase;
  private @Nullable PaceKind running;
  private @Nullable Instant since;
  private boolean ended;

  private PaceTimeline() {}

  /**
   * The pace of a session.
   *
   * @param written when its ideas were written; null if nobody knows
   * @return empty if the session never was in its quiet phase, or has not ended
   */
  static Optional<SessionPace> of(List<Happening> happenings, @Nullable List<Instant> written) {
    PaceTimeline timeline = new PaceTimeline();
    happenings.forEach(timeline::follow);
    if (timeline.spans.isEmpty() || !timeline.ended) {
      return Optional.empty();
    }
    Instant from = timeline.spans.get(0).from();
    Instant to = timeline.spans.get(timeline.spans.size() - 1).to();
    int step = stepSeconds(Duration.between(from, to));
    return Optional.of(
        new SessionPace(
            from,
            to,
            step,
            written == null ? null : steps(from, to, step, written),
            List.copyOf(timeline.spans)));
  }

  private static int stepSeconds(Duration length) {
    long minutes = roundUp(length.toSeconds(), (long) MINUTE * MAX_STEPS);
    return (int) Math.max(1, minutes) * MINUTE;
  }

  private static List<Integer> steps(Instant from, Instant to, int step, List<Instant> written) {
    long length = Math.max(1, roundUp(Duration.between(from, to).toSeconds(), (long) step));
    int[] ideas = new int[(int) length];
    for (Instant at : written) {
      long place = Math.floorDiv(Duration.between(from, at).toSeconds(), (long) step);
      ideas[(int) Math.min(Math.max(place, 0), length - 1)]++;
    }
    return Arrays.stream(ideas).boxed().toList();
  }

  private static long roundUp(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  private void follow(Happening happening) {
    Instant at = happening.happenedAt();
    switch (happening.kind()) {
      case QUIET_STARTED -> enter(PaceKind.QUIET, at);
      case SHARING_STARTED -> enter(PaceKind.SHARING, at);
      case CONVERGING_STARTED -> enter(PaceKind.CONVERGING, at);
      case AGREEING_STARTED -> enter(PaceKind.AGREEING, at);
      case PHASE_REVERTED -> enter(kindOf(happening.detail().to()), at);
      case BREAK_STARTED -> {
        if (phase != null) {
          run(PaceKind.BREAK, at);
        }
      }
      case BREAK_ENDED -> run(phase, at);
      case CLOSING -> {
        enter(null, at);
        ended = true;
      }
      default -> {}
    }
  }

  private static @Nullable PaceKind kindOf(@Nullable SessionPhase phase) {
    return Stream.of(PaceKind.values())
        .filter(kind -> phase != null && kind.label().equals(phase.label()))
        .findFirst()
        .orElse(null);
  }

  /** Going back to the lobby begins anew. */
  private void enter(@Nullable PaceKind next, Instant at) {
    phase = next;
    run(next, at);
  }

  private void run(@Nullable PaceKind next, Instant at) {
    if (running != null && since != null && at.isAfter(since)) {
      spans.add(new PaceSpan(running, since, at));
    }
    running = next;
    since = at;
  }
}

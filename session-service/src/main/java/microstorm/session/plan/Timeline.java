package microstorm.session.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import microstorm.session.breaks.BreakView;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;

/** The actual times of the phases and breaks. */
public record Timeline(List<Entered> phases, List<BreakView> breaks) {

  /**
   * The actual times of a phase.
   *
   * @param endedAt the end; absent while the phase continues
   * @param pausedSeconds the length of the breaks in this phase
   * @param endedEarly whether the quiet phase ended before its minimum time, because everyone was
   *     ready
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entered(
      Phase phase, Instant startedAt, Instant endedAt, long pausedSeconds, boolean endedEarly) {

    static Entered of(PhaseRecord phase) {
      return new Entered(
          phase.phase,
          phase.startedAt,
          phase.endedAt,
          phase.pausedMillis / 1_000,
          phase.endedEarly);
    }
  }

  static Timeline of(List<PhaseRecord> phases, List<BreakView> breaks) {
    return new Timeline(
        phases.stream().map(Entered::of).toList(),
        breaks.stream().filter(pause -> pause.startedAt() != null).toList());
  }
}

package microstorm.session.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import microstorm.session.breaks.BreakView;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;

/** What really happened, phase by phase and break by break. */
public record Timeline(List<Entered> phases, List<BreakView> breaks) {

  /**
   * A phase as it was.
   *
   * @param endedAt absent: it goes on
   * @param pausedSeconds how long the group had breaks meanwhile
   * @param endedEarly silent writing ended before its time because everyone was ready
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

package microstorm.session.plan;

import java.time.Instant;
import java.util.List;
import microstorm.session.breaks.BreakView;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The actual times of the phases and breaks. */
@Schema(description = "The actual times of the phases and breaks.")
public record Timeline(
    @Schema(
            description =
                "The phases from the lobby to the present one, in order; empty before the lobby and"
                    + " for a session of a log.")
        List<PhasePeriod> phases,
    @Schema(description = "The breaks that have begun, in order.") List<BreakView> breaks) {

  /** The actual times of a phase. */
  @Schema(description = "The actual times of a phase.")
  public record PhasePeriod(
      @Schema(description = "The phase.") Phase phase,
      @Schema(description = "The beginning.") Instant startedAt,
      @Schema(description = "The end; absent while the phase continues.") @Nullable Instant endedAt,
      @Schema(
              description = "The length of the breaks in this phase, in whole seconds.",
              minimum = "0",
              examples = "600")
          long pausedSeconds,
      @Schema(
              description =
                  "Whether the quiet phase ended before its minimum time, because everybody was"
                      + " ready.")
          boolean endedEarly) {

    static PhasePeriod of(PhaseRecord phase) {
      return new PhasePeriod(
          phase.phase,
          phase.startedAt,
          phase.endedAt,
          phase.pausedMillis / 1_000,
          phase.endedEarly);
    }
  }

  static Timeline of(List<PhaseRecord> phases, List<BreakView> breaks) {
    return new Timeline(
        phases.stream().map(PhasePeriod::of).toList(),
        breaks.stream().filter(pause -> pause.startedAt() != null).toList());
  }
}

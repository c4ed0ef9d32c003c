package microstorm.report.pace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The phases and breaks of a session on one line of time, with the ideas in equal steps of it. */
@Schema(
    description =
        "The phases and breaks of a session on one line of time, and how many ideas were written in"
            + " equal steps of it.")
public record SessionPace(
    @Schema(description = "The beginning of the first step: that of the quiet phase.") Instant from,
    @Schema(description = "The end of the session.") Instant to,
    @Schema(
            description =
                "The length of a step in seconds: a minute, or as many minutes as at most 60 steps"
                    + " need.",
            minimum = "60",
            examples = "60")
        int stepSeconds,
    @Schema(
            description =
                "The number of ideas that were written in each step. Ideas from before the quiet"
                    + " phase are in the first one. Absent for an anonymous session, which stores no"
                    + " times of ideas.",
            examples = "[4, 6, 3]")
        @Nullable List<Integer> ideas,
    @Schema(description = "The phases and breaks, in order. They do not overlap.")
        List<PaceSpan> spans) {

  /** A part of the session. */
  @Schema(description = "A phase, a part of a phase between breaks, or a break.")
  public record PaceSpan(
      @Schema(description = "The phase, or a break.") PaceKind kind,
      @Schema(description = "The beginning.") Instant from,
      @Schema(description = "The end.") Instant to) {}

  /** What happens in a part of a session. */
  @Schema(description = "The phase of a part of the session, or `break`.")
  public enum PaceKind {
    QUIET,
    SHARING,
    CONVERGING,
    AGREEING,
    BREAK;

    /** The name in JSON. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

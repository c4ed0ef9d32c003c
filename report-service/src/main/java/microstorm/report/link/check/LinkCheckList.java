package microstorm.report.link.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The checks of a team's links. */
@Schema(description = "The checks of the team's links.")
public record LinkCheckList(
    @Schema(description = "Whether the operator of this installation permits checks.")
        boolean enabled,
    @Schema(
            description =
                "When the owner may start the next check. Absent if that is possible now, and"
                    + " while a check runs.")
        @Nullable Instant nextAt,
    @Schema(description = "The last checks, the newest first; at most 20.") List<LinkCheck> items) {

  /** How far a check is. */
  @Schema(
      description =
          "How far a check is: `running`, `finished`, or `stopped` while the operator does not"
              + " permit checks.")
  public enum LinkCheckProgress {
    RUNNING,
    FINISHED,
    STOPPED;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A check of a team's links. */
  @Schema(description = "A check of the team's links.")
  public record LinkCheck(
      @Schema(description = "The id of the check.") UUID id,
      @Schema(description = "How far it is.") LinkCheckProgress state,
      @Schema(description = "When the owner started it.") Instant startedAt,
      @Schema(description = "When it was finished.") @Nullable Instant finishedAt,
      @Schema(
              description =
                  "The addresses that it covers: those without a result of the last days.",
              examples = "40")
          int targets,
      @Schema(
              description = "The addresses beyond the limit, which the next check covers.",
              examples = "0")
          int waiting,
      @Schema(description = "The addresses with a result.", examples = "12") int checked,
      @Schema(description = "How many of them have which state.") LinkStateCounts counts) {}

  /** How many addresses have which state. */
  @Schema(description = "How many addresses have which state.")
  public record LinkStateCounts(
      @Schema(description = "Pages that are there.", examples = "9") int works,
      @Schema(description = "Pages that have permanently moved.", examples = "1") int moved,
      @Schema(description = "Pages behind a login.", examples = "0") int restricted,
      @Schema(description = "Pages that are not there any more.", examples = "1") int broken,
      @Schema(description = "Servers that do not answer.", examples = "1") int unreachable,
      @Schema(description = "Addresses that are not on the public internet.", examples = "0")
          int refused) {

    int sum() {
      return works + moved + restricted + broken + unreachable + refused;
    }
  }
}

package microstorm.session.breaks;

import java.time.Instant;
import java.util.UUID;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A break as everybody in the session sees it. */
@Schema(
    description =
        "A break of the whole group: scheduled (only `startsAt`), running (`startedAt`, but no"
            + " `endedAt`) or over.")
public record BreakView(
    @Schema(description = ApiText.BREAK_ID) UUID breakId,
    @Schema(
            description = "The planned length in minutes.",
            minimum = "1",
            maximum = "240",
            examples = "10")
        int minutes,
    @Schema(description = "The scheduled beginning; absent for a break that was not scheduled.")
        @Nullable Instant startsAt,
    @Schema(description = "The actual beginning; absent until then.") @Nullable Instant startedAt,
    @Schema(description = "The planned end; absent until the break begins.")
        @Nullable Instant endsAt,
    @Schema(description = "The actual end, which may be before the planned one; absent until then.")
        @Nullable Instant endedAt) {

  /** The view of a break. */
  public static BreakView of(Break pause) {
    return new BreakView(
        pause.id, pause.minutes, pause.startsAt, pause.startedAt, pause.endsAt, pause.endedAt);
  }
}

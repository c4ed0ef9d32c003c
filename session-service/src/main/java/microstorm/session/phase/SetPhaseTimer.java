package microstorm.session.phase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import microstorm.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The time for the present phase. */
@Schema(
    description =
        "The time for the present phase: either `minutes` from now, or its end. To extend it, send"
            + " the present end and some minutes as the new end, so that the request can be"
            + " repeated.")
record SetPhaseTimer(
    @Schema(description = "The minutes from now.", examples = "8")
        @Min(1)
        @Max(SetPhaseTimer.MAX_MINUTES)
        @Nullable Integer minutes,
    @Schema(
            description =
                "The end, at most a day from now. In the quiet phase of a session over days: at most"
                    + " 30 days after its beginning.")
        @Nullable Instant endsAt) {

  static final int MAX_MINUTES = 24 * 60;

  /** Whether this is a repetition of the request that set this end. */
  boolean hasEnd(Instant present) {
    return minutes == null && endsAt != null && micros(endsAt).equals(present);
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * The end.
   *
   * @throws ProblemException 400 if not exactly one field is sent, or the end is not in the next
   *     day
   */
  Instant end(Instant now) {
    return end(now, now.plus(Duration.ofMinutes(MAX_MINUTES)), "must be in the next 24 hours");
  }

  /**
   * The same for the quiet phase of a session over days.
   *
   * @param latest the last possible end
   */
  Instant end(Instant now, Instant latest) {
    return end(now, latest, "must be in the future and at most at " + latest);
  }

  private Instant end(Instant now, Instant latest, String message) {
    if ((minutes == null) == (endsAt == null)) {
      throw ProblemException.invalid("minutes", "must be sent if endsAt is absent, and only then");
    }
    if (minutes != null) {
      return now.plus(Duration.ofMinutes(minutes));
    }
    if (!endsAt.isAfter(now) || endsAt.isAfter(latest)) {
      throw ProblemException.invalid("endsAt", message);
    }
    return micros(endsAt);
  }
}

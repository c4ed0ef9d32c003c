package microstorm.idea.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;

/** The session as shown with its board, according to the events of session-service. */
@Schema(description = "The session of a board.")
public record SessionState(
    @Schema(
            description = "The title; absent on a board that was imported from a log.",
            examples = "How do we learn faster?")
        @Nullable String title,
    @Schema(
            description = "The subject of the session; absent until it is defined.",
            examples = "New colleagues need three months to find their way around.")
        @Nullable String problem,
    @Schema(
            description =
                "The requirements that a good idea has to meet, in the order of the facilitator.")
        @Json
        List<Criterion> criteria,
    @Schema(
            description =
                "The language of the session, in which authors get hints and removed ideas are"
                    + " named.",
            enumeration = {"en", "de"},
            examples = "en")
        String language,
    @Schema(description = "The phase of the session.") Phase phase,
    @Schema(
            description =
                "The server's time when this was read. Measure the time that is left by the"
                    + " difference from it, not by the client's own clock.")
        Instant serverTime,
    @Schema(description = "The beginning of the phase; absent if it is not known.")
        @Nullable Instant since,
    @Schema(
            description =
                "The end of the minimum quiet time, or of the time that the facilitator set for"
                    + " another phase. It does not move during a break. Absent when there is none."
                    + " No phase ends by itself.")
        @Nullable Instant endsAt,
    @Schema(description = "Whether the minimum quiet time is over.") boolean quietOver,
    @Schema(
            description =
                "The end of the quiet phase of a session over days, also before that phase; absent"
                    + " in other sessions.")
        @Nullable Instant quietUntil,
    @Schema(
            description =
                "The reminder that was sent last in a quiet phase over days: the hours before its"
                    + " end, 24 or 1. Absent before the first one, and after the end was moved.",
            examples = "24")
        @Nullable Integer reminderHours,
    @Schema(
            description =
                "Whether people may write ideas in the phases `planned` and `lobby`. Each sees only"
                    + " their own until the sharing phase.")
        boolean collectEarly,
    @Schema(description = "The running break; absent if there is none.") @Nullable UUID breakId,
    @Schema(
            description =
                "The end of the running break; absent if there is none, or if it has no fixed end.")
        @Nullable Instant breakEndsAt,
    @Schema(description = "Whether the group has worked long enough for a break.") boolean breakDue,
    @Schema(
            description =
                "The phase that was announced and begins at nextPhaseAt, unless a facilitator stops"
                    + " it; absent if none is.")
        @Nullable Phase nextPhase,
    @Schema(
            description =
                "The time of the announcement on the server's clock. A client counts the time from"
                    + " announcedAt to nextPhaseAt, so a wrong clock of its own has no effect."
                    + " Absent if no phase is announced.")
        @Nullable Instant announcedAt,
    @Schema(
            description =
                "The time at which the announced phase begins; absent if none is announced.")
        @Nullable Instant nextPhaseAt,
    @Schema(description = "The item that the facilitator shows; absent when there is none.") @Json
        @Nullable Focus focus,
    @Schema(description = "The scheduled breaks that have not begun, by time.") @Json
        List<ScheduledBreak> scheduledBreaks,
    @Schema(description = "Whether neither authors nor times of ideas are stored.")
        boolean anonymous,
    @Schema(
            description =
                "The number of dots of each person; 0 if the session has no converging phase.",
            minimum = "0",
            examples = "3")
        int votesPerPerson,
    @Schema(description = "Whether people may give dots and marks to their own ideas.")
        boolean votesOnOwnIdeas) {

  @JdbiConstructor
  public SessionState {}

  /** A requirement that a good idea must meet. */
  @Schema(description = "A requirement that a good idea must meet.")
  public record Criterion(
      @Schema(
              description =
                  "The id of the criterion, to which marks refer. A criterion whose text stays the"
                      + " same keeps its id.")
          UUID id,
      @Schema(description = "The requirement.", examples = "Costs nothing") String text) {}

  /** A break that is scheduled. */
  @Schema(description = "A break that is scheduled and has not begun.")
  public record ScheduledBreak(
      @Schema(description = "The id of the break.") UUID breakId,
      @Schema(description = "The time at which the break begins.") Instant startsAt,
      @Schema(
              description = "The length of the break in minutes.",
              minimum = "1",
              maximum = "240",
              examples = "10")
          int minutes) {}
}

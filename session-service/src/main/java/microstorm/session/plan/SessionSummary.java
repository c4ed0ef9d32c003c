package microstorm.session.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.session.core.ApiText;
import microstorm.session.core.NamedParticipant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session in the team's list. */
@Schema(description = "A session in the list of its team.")
public record SessionSummary(
    @Schema(description = ApiText.SESSION_ID) UUID id,
    @Schema(
            description = "The number of the session in the team's log; absent without one.",
            examples = "3")
        @Nullable Integer number,
    @Schema(
            description = "The title; absent for a session of a log that has none.",
            examples = "Shorter meetings")
        @Nullable String title,
    @Schema(
            description = "The subject of the session; absent until it is defined.",
            examples = "Why do our meetings take so long?")
        @Nullable String problem,
    @Schema(description = PlanText.SUMMARY + " Absent until it is written.")
        @Nullable String summary,
    @Schema(
            description =
                "The date of the session in its time zone: the planned one, then the one on which"
                    + " the quiet phase began. Absent for a session without a planned time until"
                    + " then.")
        @Nullable LocalDate heldOn,
    @Schema(description = "The planned beginning; absent if none is planned.")
        @Nullable Instant plannedAt,
    @Schema(
            description = "The IANA time zone of the session; absent for UTC.",
            examples = "Europe/Berlin")
        @Nullable String timeZone,
    @Schema(description = "The present phase.") Phase phase,
    @Schema(description = PlanText.REHEARSAL) boolean rehearsal,
    @Schema(
            description =
                "The day in UTC on which the session will be deleted, by the retention of the team;"
                    + " absent if it is kept.")
        @Nullable LocalDate deletedOn,
    @Schema(
            description =
                "The people who take or took part, in the order in which they joined. People who"
                    + " left before the session started are not listed.")
        List<NamedParticipant> participants) {

  static SessionSummary of(Session session, LocalDate deletedOn) {
    return new SessionSummary(
        session.id,
        session.number,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.plannedAt,
        session.timeZone,
        session.phase,
        session.rehearsal,
        deletedOn,
        NamedParticipant.of(
            session.participants.stream()
                .filter(participant -> participant.isPresent() || participant.tookPart)
                .toList()));
  }
}

package microstorm.session.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.session.breaks.Break;
import microstorm.session.breaks.BreakView;
import microstorm.session.checklist.ChecklistItem;
import microstorm.session.core.Actor;
import microstorm.session.core.ApiText;
import microstorm.session.core.Criterion;
import microstorm.session.core.NamedParticipant;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;
import microstorm.session.core.PlannedBreak;
import microstorm.session.core.Session;
import microstorm.session.core.Settings;
import microstorm.session.phase.Announcement;
import microstorm.session.phase.NextStep;
import microstorm.session.room.RoomAssignments;
import microstorm.session.room.RoomView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as the caller sees it. */
@Schema(description = "A session. People who do not lead it see neither the codes nor the cards.")
public record SessionView(
    @Schema(description = ApiText.SESSION_ID) UUID id,
    @Schema(
            description = "The number of the session in the team's log; absent without one.",
            examples = "3")
        @Nullable Integer number,
    @Schema(description = PlanText.PROPOSED_NUMBER, examples = "4")
        @Nullable Integer proposedNumber,
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
            description =
                "The end of the quiet phase of a session over days; absent in other sessions.")
        @Nullable Instant quietUntil,
    @Schema(
            description = "The IANA time zone of the session; absent for UTC.",
            examples = "Europe/Berlin")
        @Nullable String timeZone,
    @Schema(
            description = PlanText.LANGUAGE,
            enumeration = {"en", "de"},
            examples = "de")
        String language,
    @Schema(description = "The present phase.") Phase phase,
    @Schema(description = PlanText.REHEARSAL) boolean rehearsal,
    @Schema(
            description =
                "The day in UTC on which the session will be deleted, by the retention of the team;"
                    + " absent if it is kept.")
        @Nullable LocalDate deletedOn,
    @Schema(
            description =
                "The beginning of the phase; absent before the lobby, and for a session of a log.")
        @Nullable Instant since,
    @Schema(
            description =
                "The end of the minimum quiet time, or of the time that was set for another phase."
                    + " A break postpones it. Absent when there is none.")
        @Nullable Instant endsAt,
    @Schema(
            description =
                "The secret for joining as a participant or observer; absent for people who do not"
                    + " lead the session, and for a session of a log.",
            examples = ApiText.A_CODE)
        @Nullable String joinCode,
    @Schema(
            description =
                "The secret for joining in any role, also as a facilitator; absent for people who"
                    + " do not lead the session, and for a session of a log.",
            examples = "Hc7dQ2mZr9LsXk4Vt1BnPw")
        @Nullable String facilitatorCode,
    @Schema(description = "The settings; absent for a session of a log.")
        @Nullable Settings settings,
    @Schema(description = "The requirements that a good idea must meet, in the order of the plan.")
        List<Criterion> criteria,
    @Schema(
            description =
                "The group's own prompt cards; absent for people who do not lead the session.",
            examples = "[\"What would a child do?\"]")
        @Nullable List<String> cards,
    @Schema(description = "The ticked items of the environment's checklist.")
        List<ChecklistItem> checklist,
    @Schema(
            description =
                "The people who take or took part, in the order in which they joined. People who"
                    + " left before the session started are not listed.")
        List<NamedParticipant> participants,
    @Schema(description = "The size of the group, with advice; absent for a session of a log.")
        @Nullable GroupSize group,
    @Schema(
            description =
                "Who the quiet phase waits for, and in `converging` who says that they are ready;"
                    + " absent in other phases, and for people who do not lead the session.")
        @Nullable ReadinessView readiness,
    @Schema(description = "The running break; absent when there is none.")
        @Nullable BreakView onBreak,
    @Schema(description = "The scheduled breaks by time.") List<BreakView> scheduledBreaks,
    @Schema(
            description =
                "The breaks of the plan. They are scheduled when the quiet phase begins; from then"
                    + " on `scheduledBreaks` has them.")
        List<PlannedBreak> plannedBreaks,
    @Schema(description = "The rooms by number; empty when the group is not split.")
        List<RoomView> rooms,
    @Schema(
            description =
                "The announced phase; absent when none is announced. It begins by itself, unless a"
                    + " facilitator stops it.")
        @Nullable Announcement announcement,
    @Schema(
            description =
                "The changes of phase that can be requested now or soon, each with the reason if it"
                    + " is not possible now; absent for people who do not lead the session.")
        @Nullable List<NextStep> steps,
    @Schema(description = "The actual times of the phases and breaks.") Timeline timeline) {

  static SessionView of(Actor actor, LocalDate deletedOn, Instant now) {
    Session session = actor.session();
    boolean leads = actor.leads();
    List<Participant> people = Participant.of(session.id);
    List<BreakView> breaks = Break.of(session.id).stream().map(BreakView::of).toList();
    return new SessionView(
        session.id,
        session.number,
        leads && session.number == null && !session.rehearsal
            ? LogEntries.nextNumber(session.teamId)
            : null,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.plannedAt,
        session.quietUntil,
        session.timeZone,
        session.language,
        session.phase,
        session.rehearsal,
        deletedOn,
        session.phaseSince,
        session.phaseEndsAt(),
        leads ? session.joinCode : null,
        leads ? session.facilitatorCode : null,
        session.settings,
        List.copyOf(session.criteria),
        leads ? session.cards : null,
        ChecklistItem.of(session.checklist),
        NamedParticipant.of(people),
        session.settings == null ? null : GroupSize.of(session, people),
        leads && (session.phase == Phase.QUIET || session.phase == Phase.CONVERGING)
            ? ReadinessView.of(session, people)
            : null,
        breaks.stream().filter(b -> b.breakId().equals(session.breakId)).findFirst().orElse(null),
        breaks.stream().filter(b -> b.startedAt() == null).toList(),
        List.copyOf(session.plannedBreaks),
        RoomAssignments.of(people),
        Announcement.of(session),
        leads ? NextStep.of(session, now) : null,
        Timeline.of(PhaseRecord.of(session.id), breaks));
  }
}

package microstorm.session.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.session.breaks.Break;
import microstorm.session.breaks.BreakView;
import microstorm.session.core.Actor;
import microstorm.session.core.Criterion;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;
import microstorm.session.core.Session;
import microstorm.session.core.Settings;
import microstorm.session.event.Room;
import microstorm.session.room.RoomAssignments;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as its participants see it.
 *
 * @param since the beginning of the phase
 * @param endsAt the end of the minimum quiet time; a break postpones it
 * @param joinCode the code for joining; absent for people who do not lead the session
 * @param facilitatorCode the code for joining as a facilitator; absent for people who do not lead
 *     the session
 * @param cards the group's own prompt cards; absent for people who do not lead the session
 * @param checklist the ticked items of the environment's checklist
 * @param participants the names of the people who take or took part
 * @param group the size of the group, with advice; absent for a session of a log
 * @param onBreak the running break; absent when there is none
 * @param scheduledBreaks the scheduled breaks
 * @param rooms the rooms with their participants; empty when the group is not split
 * @param timeline the actual times of phases and breaks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
    UUID id,
    @Schema(nullable = true) Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    Instant plannedAt,
    String timeZone,
    Phase phase,
    Instant since,
    Instant endsAt,
    String joinCode,
    String facilitatorCode,
    Settings settings,
    List<Criterion> criteria,
    List<String> cards,
    List<String> checklist,
    List<String> participants,
    GroupSize group,
    BreakView onBreak,
    List<BreakView> scheduledBreaks,
    List<Room> rooms,
    Timeline timeline) {

  static SessionView of(Actor actor) {
    Session session = actor.session();
    boolean leads = actor.leads();
    List<Participant> people = Participant.of(session.id);
    List<BreakView> breaks = Break.of(session.id).stream().map(BreakView::of).toList();
    return new SessionView(
        session.id,
        session.number,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.plannedAt,
        session.timeZone,
        session.phase,
        session.phaseSince,
        session.phase == Phase.QUIET ? session.quietEndsAt : null,
        leads ? session.joinCode : null,
        leads ? session.facilitatorCode : null,
        session.settings,
        List.copyOf(session.criteria),
        leads ? session.cards : null,
        session.checklist,
        people.stream().map(participant -> participant.name).toList(),
        session.settings == null ? null : GroupSize.of(session.settings, people),
        breaks.stream().filter(b -> b.id().equals(session.breakId)).findFirst().orElse(null),
        breaks.stream().filter(b -> b.startedAt() == null).toList(),
        RoomAssignments.of(people),
        Timeline.of(PhaseRecord.of(session.id), breaks));
  }
}

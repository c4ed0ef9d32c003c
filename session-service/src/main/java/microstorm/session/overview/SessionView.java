package microstorm.session.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.session.plan.Actor;
import microstorm.session.plan.Criterion;
import microstorm.session.plan.Participant;
import microstorm.session.plan.Phase;
import microstorm.session.plan.Session;
import microstorm.session.plan.Settings;

/**
 * A session as those see it who take part in it.
 *
 * @param since when the phase began
 * @param endsAt when the least time of silent writing is over; stands still during a break
 * @param joinCode what people join with; absent for those who do not lead the session
 * @param facilitatorCode what those join with who lead it; absent for the others
 * @param cards the group's own prompt cards; absent for those who do not lead the session
 * @param checklist what of the environment's checklist is ticked
 * @param participants the names of those who are or were there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
    UUID id,
    Integer number,
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
    List<String> participants) {

  static SessionView of(Actor actor) {
    Session session = actor.session();
    boolean leads = actor.leads();
    List<Participant> people = Participant.of(session.id);
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
        people.stream().map(participant -> participant.name).toList());
  }
}

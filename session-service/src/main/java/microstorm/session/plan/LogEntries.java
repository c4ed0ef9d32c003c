package microstorm.session.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import microstorm.session.core.Actor;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.Team;
import microstorm.web.input.PatchField;
import microstorm.web.problem.ProblemException;
import microstorm.web.token.Caller;

/** Changes the number and the summary, which the log shows. */
@ApplicationScoped
class LogEntries {

  /**
   * Requires that the person may change the number and the summary: facilitators until the session
   * is closed, owners and members of the team at any time.
   *
   * @throws ProblemException 409 session-closed
   */
  void requireChangeable(Actor actor) {
    if (actor.session().phase.hasEnded() && !Caller.TEAM_ROLES.contains(actor.role())) {
      throw SessionProblem.SESSION_CLOSED.exception(
          "The session has ended. Ask an owner or member of the team to change its number or"
              + " summary.");
    }
  }

  /**
   * Changes the fields that the request names.
   *
   * @throws ProblemException 409 number-in-use
   */
  void change(Session session, ChangeSession request) {
    session.summary = PlanText.orNull(PatchField.or(request.summary(), session.summary));
    Integer number = PatchField.or(request.number(), session.number);
    if (number != null && !Objects.equals(number, session.number)) {
      Team.lock(session.teamId); // two simultaneous requests must not take one number
      if (Session.hasNumber(session.teamId, number)) {
        throw SessionProblem.NUMBER_IN_USE.exception(
            "The team has a session with the number %d already. The next free one is %d."
                .formatted(number, Session.nextNumber(session.teamId)));
      }
    }
    session.number = number;
  }
}

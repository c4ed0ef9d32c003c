package microstorm.session.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import microstorm.http.input.PatchField;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.http.token.Caller;
import microstorm.session.core.Actor;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.Team;

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
      throw SharedProblem.SESSION_CLOSED.exception(
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
    if (number != null && session.rehearsal) {
      throw ProblemException.invalid("number", "must be absent for a rehearsal");
    }
    if (number != null && !Objects.equals(number, session.number)) {
      Team.lock(session.teamId); // two simultaneous requests must not take one number
      if (isTaken(session.teamId, number)) {
        throw SessionProblem.NUMBER_IN_USE.exception(
            "The team has a session with the number %d already. The next free one is %d."
                .formatted(number, nextNumber(session.teamId)));
      }
    }
    session.number = number;
  }

  private static boolean isTaken(UUID teamId, int number) {
    return Session.count("teamId = ?1 and number = ?2", teamId, number) > 0;
  }

  /** The number after the largest one of the team's sessions; 1 without any. */
  static int nextNumber(UUID teamId) {
    return Session.find(
            "select coalesce(max(number), 0) + 1 from Session where teamId = ?1", teamId)
        .project(Integer.class)
        .singleResult();
  }
}

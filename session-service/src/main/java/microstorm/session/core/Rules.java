package microstorm.session.core;

import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.session.problem.SessionProblem;

/** Rules that several commands check; each refusal is named after its rule. */
public final class Rules {

  private Rules() {}

  /**
   * Requires that the session is not over.
   *
   * @throws ProblemException 409 session-closed
   */
  public static Session requireOpen(Session session) {
    if (session.phase.isOver()) {
      throw SharedProblem.SESSION_CLOSED.exception();
    }
    return session;
  }

  /**
   * Requires that the group has not started.
   *
   * @throws ProblemException 409 session-closed or already-started
   */
  public static Session requireNotStarted(Session session) {
    if (!requireOpen(session).phase.isBeforeStart()) {
      throw SessionProblem.ALREADY_STARTED.exception();
    }
    return session;
  }

  /**
   * Requires that the group has started.
   *
   * @throws ProblemException 409 session-closed or not-started
   */
  public static Session requireStarted(Session session) {
    if (requireOpen(session).phase.isBeforeStart()) {
      throw SharedProblem.NOT_STARTED.exception();
    }
    return session;
  }

  /**
   * Requires that no break is running.
   *
   * @throws ProblemException 409 break-running
   */
  public static Session requireNoBreak(Session session) {
    if (session.isOnBreak()) {
      throw SharedProblem.BREAK_RUNNING.exception();
    }
    return session;
  }
}

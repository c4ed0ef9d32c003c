package microstorm.session.core;

import microstorm.session.problem.SessionProblem;
import microstorm.web.ProblemException;

/** What several commands ask of a session; a refusal is named after the rule. */
public final class Rules {

  private Rules() {}

  /**
   * The session is not over.
   *
   * @throws ProblemException 409 session-closed
   */
  public static Session requireOpen(Session session) {
    if (session.phase.isOver()) {
      throw SessionProblem.SESSION_CLOSED.exception();
    }
    return session;
  }

  /**
   * The group has not begun.
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
   * The group is at work.
   *
   * @throws ProblemException 409 session-closed or not-started
   */
  public static Session requireStarted(Session session) {
    if (requireOpen(session).phase.isBeforeStart()) {
      throw SessionProblem.NOT_STARTED.exception();
    }
    return session;
  }

  /**
   * No break is running.
   *
   * @throws ProblemException 409 break
   */
  public static Session requireNoBreak(Session session) {
    if (session.isOnBreak()) {
      throw SessionProblem.BREAK_RUNNING.exception();
    }
    return session;
  }
}

package microstorm.session.core;

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
      throw new ProblemException(409, "session-closed", "Session closed", "The session is over.");
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
      throw new ProblemException(
          409, "already-started", "Already started", "This can be changed until the start only.");
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
      throw new ProblemException(
          409, "not-started", "Not started", "The session has not started yet.");
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
      throw new ProblemException(
          409, "break", "Break", "The group is having a break; it goes on afterwards.");
    }
    return session;
  }
}

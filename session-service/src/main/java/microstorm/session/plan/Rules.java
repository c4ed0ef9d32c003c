package microstorm.session.plan;

import microstorm.web.Refusal;

/** What several commands ask of a session; a refusal is named after the rule. */
public final class Rules {

  private Rules() {}

  /**
   * The session is not over.
   *
   * @throws Refusal 409 session-closed
   */
  public static Session open(Session session) {
    if (session.phase.isOver()) {
      throw new Refusal(409, "session-closed", "Session closed", "The session is over.");
    }
    return session;
  }

  /**
   * The group has not begun.
   *
   * @throws Refusal 409 session-closed or already-started
   */
  public static Session notStarted(Session session) {
    if (!open(session).phase.isBeforeStart()) {
      throw new Refusal(
          409, "already-started", "Already started", "This can be changed until the start only.");
    }
    return session;
  }

  /**
   * The group is at work.
   *
   * @throws Refusal 409 session-closed or not-started
   */
  public static Session started(Session session) {
    if (open(session).phase.isBeforeStart()) {
      throw new Refusal(409, "not-started", "Not started", "The session has not started yet.");
    }
    return session;
  }

  /**
   * No break is running.
   *
   * @throws Refusal 409 break
   */
  public static Session working(Session session) {
    if (session.isOnBreak()) {
      throw new Refusal(
          409, "break", "Break", "The group is having a break; it goes on afterwards.");
    }
    return session;
  }
}

package microstorm.session.plan;

import microstorm.session.core.Session;

/** What people, and those who lead, join a session with. */
public record JoinCodes(String joinCode, String facilitatorCode) {

  static JoinCodes of(Session session) {
    return new JoinCodes(session.joinCode, session.facilitatorCode);
  }

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "JoinCodes";
  }
}

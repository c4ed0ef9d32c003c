package microstorm.session.plan;

import microstorm.session.core.Session;

/** The codes for joining a session, and for joining it as a facilitator. */
public record JoinCodes(String joinCode, String facilitatorCode) {

  static JoinCodes of(Session session) {
    return new JoinCodes(session.joinCode, session.facilitatorCode);
  }

  /** Keeps the codes out of logs. */
  @Override
  public String toString() {
    return "JoinCodes";
  }
}

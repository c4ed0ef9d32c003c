package microstorm.session.core;

import java.util.List;
import microstorm.session.event.SessionChanged;
import microstorm.session.event.SessionPlanned;

/** What the others are told of a session's own fields. */
public final class SessionEvents {

  private SessionEvents() {}

  /** The session's first event. */
  public static SessionPlanned planned(Session session) {
    return new SessionPlanned(
        session.id,
        session.teamId,
        session.number,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.logRevision,
        criteria(session),
        session.plannedAt,
        session.timeZone,
        session.settings == null ? null : session.settings.told());
  }

  /** The fields as they are now. */
  public static SessionChanged changed(Session session, int participants) {
    return new SessionChanged(
        session.id,
        session.teamId,
        session.number,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.logRevision,
        participants,
        criteria(session),
        session.plannedAt,
        session.timeZone,
        session.settings == null ? null : session.settings.told());
  }

  private static List<microstorm.session.event.Criterion> criteria(Session session) {
    return session.criteria.stream()
        .map(criterion -> new microstorm.session.event.Criterion(criterion.id(), criterion.text()))
        .toList();
  }
}

package microstorm.session.core;

import java.util.List;
import microstorm.session.event.PlannedTopic;
import microstorm.session.event.SessionChanged;
import microstorm.session.event.SessionCriterion;
import microstorm.session.event.SessionPlanned;

/** Creates the events about the fields of a session. */
public final class SessionEvents {

  private SessionEvents() {}

  /** The first event of a session from a log. */
  public static SessionPlanned planned(Session session) {
    return planned(session, List.of());
  }

  /** The first event of a session, with the topics that its board begins with. */
  public static SessionPlanned planned(Session session, List<PlannedTopic> topics) {
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
        session.quietUntil,
        session.timeZone,
        session.language,
        session.settings == null ? null : session.settings.toEvent(),
        topics);
  }

  /** The event with the present fields. */
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
        session.quietUntil,
        session.timeZone,
        session.language,
        session.settings == null ? null : session.settings.toEvent());
  }

  private static List<SessionCriterion> criteria(Session session) {
    return session.criteria.stream()
        .map(criterion -> new SessionCriterion(criterion.id(), criterion.text()))
        .toList();
  }
}

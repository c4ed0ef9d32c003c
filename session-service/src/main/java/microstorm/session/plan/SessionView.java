package microstorm.session.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A session as its team sees it. */
public record SessionView(
    UUID id,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    String phase,
    List<String> participants) {

  static SessionView of(Session session) {
    return new SessionView(
        session.id,
        session.number,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.phase,
        session.participants.stream().map(participant -> participant.name).toList());
  }
}

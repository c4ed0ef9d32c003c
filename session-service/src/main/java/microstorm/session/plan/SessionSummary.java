package microstorm.session.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session in the team's list; {@code participants} are the names. */
public record SessionSummary(
    UUID id,
    @Schema(nullable = true) Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    Instant plannedAt,
    String timeZone,
    Phase phase,
    List<String> participants) {

  static SessionSummary of(Session session) {
    return new SessionSummary(
        session.id,
        session.number,
        session.title,
        session.problem,
        session.summary,
        session.heldOn,
        session.plannedAt,
        session.timeZone,
        session.phase,
        session.participants.stream()
            .filter(participant -> participant.isPresent() || participant.tookPart)
            .map(participant -> participant.name)
            .toList());
  }
}

package microstorm.session.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A session was planned or imported. {@code logRevision} is the edition of the team's log that it
 * comes from, or null. {@code plannedAt}, {@code timeZone} and {@code settings} are null for a
 * session of a log. {@code quietUntil} is the end of a quiet phase over days; null when its minimum
 * length is given in minutes. {@code language} is en or de. {@code topics} are those that the board
 * begins with; a session of a log has its topics in the log's own event.
 */
public record SessionPlanned(
    UUID sessionId,
    UUID teamId,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    Integer logRevision,
    List<SessionCriterion> criteria,
    Instant plannedAt,
    Instant quietUntil,
    String timeZone,
    String language,
    SessionSettings settings,
    List<PlannedTopic> topics)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.planned.v1";
  }
}

package microstorm.session.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The fields of a session were changed; the event contains all of them. {@code logRevision}, {@code
 * plannedAt}, {@code quietUntil}, {@code timeZone} and {@code settings} as in {@link
 * SessionPlanned}; {@code participants} is the number of participants, by which a reader knows
 * whether it has all of them.
 */
public record SessionChanged(
    UUID sessionId,
    UUID teamId,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    Integer logRevision,
    int participants,
    List<SessionCriterion> criteria,
    Instant plannedAt,
    Instant quietUntil,
    String timeZone,
    String language,
    SessionSettings settings)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.changed.v1";
  }
}

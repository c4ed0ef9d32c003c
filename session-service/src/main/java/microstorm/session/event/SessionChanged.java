package microstorm.session.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A session's own fields are these from now on. {@code logRevision}, {@code plannedAt}, {@code
 * timeZone} and {@code settings} as in {@link SessionPlanned}; {@code participants} is how many
 * there are, so that a reader knows whether it has all.
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
    List<Criterion> criteria,
    Instant plannedAt,
    String timeZone,
    SessionSettings settings)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.changed.v1";
  }
}

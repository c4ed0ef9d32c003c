package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A quiet phase over days ends soon: a reminder for everybody who is not ready. If the end is
 * moved, the reminders before the new end follow.
 *
 * @param hoursLeft 24 or 1: which reminder it is
 * @param awaited the number of people whose readiness ends the phase earlier
 * @param notReady the number of them who are not ready
 */
public record QuietEndNear(
    UUID sessionId, UUID teamId, Instant endsAt, int hoursLeft, int awaited, int notReady)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.quiet-end-near.v1";
  }
}

package microstorm.session.event;

import java.util.UUID;

/** A scheduled break was cancelled. */
public record BreakUnscheduled(UUID sessionId, UUID breakId) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-unscheduled.v1";
  }
}

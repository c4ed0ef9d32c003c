package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** A break has begun. Every timer of the session stands still until it ends. */
public record BreakStarted(UUID sessionId, UUID breakId, Instant startedAt, Instant endsAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-started.v1";
  }
}

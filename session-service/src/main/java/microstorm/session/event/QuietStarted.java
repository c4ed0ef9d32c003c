package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The quiet phase has begun; {@code endsAt} is the end of its minimum time. */
public record QuietStarted(UUID sessionId, Instant startedAt, Instant endsAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.quiet-started.v1";
  }
}

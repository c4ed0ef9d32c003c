package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** Silent writing has begun; {@code endsAt} is when the least time of it is over. */
public record QuietStarted(UUID sessionId, Instant startedAt, Instant endsAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.quiet-started.v1";
  }
}

package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The phase began in which the group sees its results and agrees on actions. If the group was
 * choosing, its dots and marks must be counted.
 */
public record AgreeingStarted(UUID sessionId, Instant startedAt) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.agreeing-started.v1";
  }
}

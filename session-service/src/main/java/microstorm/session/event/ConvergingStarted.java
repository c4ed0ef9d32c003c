package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The converging phase has begun, with this number of dots for each person. */
public record ConvergingStarted(UUID sessionId, Instant startedAt, int votesPerPerson)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.converging-started.v1";
  }
}

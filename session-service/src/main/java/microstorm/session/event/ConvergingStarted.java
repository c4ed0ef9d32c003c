package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The group chooses from now on, with this many dots a person. */
public record ConvergingStarted(UUID sessionId, Instant startedAt, int votesPerPerson)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.converging-started.v1";
  }
}

package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** People may join from now on. */
public record LobbyOpened(UUID sessionId, Instant startedAt) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.lobby-opened.v1";
  }
}

package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The lobby was opened. {@code carryActionsFrom} is the session whose open actions are carried
 * over, or null.
 */
public record LobbyOpened(UUID sessionId, Instant startedAt, UUID carryActionsFrom)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.lobby-opened.v1";
  }
}

package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The lobby was opened. {@code showsActions} says whether the session shows the actions of the
 * team's other sessions. No other session shows the actions of a rehearsal.
 */
public record LobbyOpened(
    UUID sessionId, Instant startedAt, boolean showsActions, boolean rehearsal)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.lobby-opened.v1";
  }
}

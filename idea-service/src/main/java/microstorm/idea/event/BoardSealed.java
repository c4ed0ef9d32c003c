package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/**
 * Nothing changes on the board after {@code seq}; it holds this many of each. {@code logRevision}
 * tells the edition of the team's log that it was taken from; null when it was not.
 */
public record BoardSealed(
    UUID sessionId, UUID teamId, long seq, Integer logRevision, int topics, int ideas, int links)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.board-sealed.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}

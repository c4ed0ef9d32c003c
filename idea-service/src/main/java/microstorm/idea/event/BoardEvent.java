package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** An event of one board; the session is its key, so that all of a session stays in order. */
public interface BoardEvent extends OutgoingEvent {

  /** A trace begins with the person who sent the request: it would tie what they wrote to them. */
  @Override
  default boolean traced() {
    return false;
  }

  /** The session it is about. */
  UUID sessionId();

  @Override
  default UUID key() {
    return sessionId();
  }
}

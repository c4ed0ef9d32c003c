package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/** An event of one board. The session is its key, so that the events of a session stay in order. */
public interface BoardEvent extends OutgoingEvent {

  /**
   * False: a trace begins with the request and would connect an idea with the person who wrote it.
   */
  @Override
  default boolean traced() {
    return false;
  }

  /** The session of the board. */
  UUID sessionId();

  @Override
  default UUID key() {
    return sessionId();
  }
}

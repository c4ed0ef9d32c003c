package microstorm.session.event;

import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/**
 * An event of one session. The session is its key, so that the events of a session stay in order.
 */
public interface SessionEvent extends OutgoingEvent {

  /** The session of the event. */
  UUID sessionId();

  @Override
  default UUID key() {
    return sessionId();
  }
}

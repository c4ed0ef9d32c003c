package microstorm.session.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** An event of one session; the session is its key, so that all of a session stays in order. */
public interface SessionEvent extends OutgoingEvent {

  /** The session it is about. */
  UUID sessionId();

  @Override
  default UUID key() {
    return sessionId();
  }
}

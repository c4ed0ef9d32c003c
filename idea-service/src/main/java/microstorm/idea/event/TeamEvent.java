package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/** An event of a team that belongs to no session. The team is its key. */
public interface TeamEvent extends OutgoingEvent {

  /** False, as for the events of boards. */
  @Override
  default boolean traced() {
    return false;
  }

  /** The team. */
  UUID teamId();

  @Override
  default UUID key() {
    return teamId();
  }
}

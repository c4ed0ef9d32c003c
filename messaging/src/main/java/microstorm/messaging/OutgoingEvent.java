package microstorm.messaging;

import java.util.UUID;

/**
 * Something that happened, told to others. A record implements it; its components are the payload.
 */
public interface OutgoingEvent {

  /** The CloudEvent's type with its version, e.g. {@code microstorm.idea.submitted.v1}. */
  String type();

  /**
   * The session the event belongs to: the record's key, so that a session's events stay in order.
   */
  UUID key();

  /**
   * Whether it carries the trace of the request that it comes from. Not where the trace would tell
   * who did it.
   */
  default boolean traced() {
    return true;
  }

  /** What the event is about; the session unless said otherwise. */
  default String subject() {
    return key().toString();
  }
}

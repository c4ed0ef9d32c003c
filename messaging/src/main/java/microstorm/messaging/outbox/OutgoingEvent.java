package microstorm.messaging.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * An event that this service publishes. A record implements it; the components are the payload, and
 * absent ones are written as null.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public interface OutgoingEvent {

  /** The CloudEvent's type with its version, e.g. {@code microstorm.idea.submitted.v1}. */
  String type();

  /**
   * The session that the event belongs to. It is the record's key, so that the events of a session
   * stay in order.
   */
  UUID key();

  /**
   * Whether the event carries the trace of its request. It must not if the trace would reveal its
   * author.
   */
  default boolean traced() {
    return true;
  }

  /** The subject of the CloudEvent; by default the session. */
  default String subject() {
    return key().toString();
  }
}

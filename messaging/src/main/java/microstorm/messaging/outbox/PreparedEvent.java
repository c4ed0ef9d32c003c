package microstorm.messaging.outbox;

import java.util.UUID;

/**
 * An event that is ready for the outbox: serialised, within the size limit, with an id and its
 * trace. Created by {@link Outbox#prepare}.
 *
 * @param id a UUIDv7, which stays the event's id
 * @param key the session
 * @param traceparent null if the event is not traced
 * @param payload JSON
 */
public record PreparedEvent(
    UUID id, UUID key, String type, String subject, String traceparent, String payload) {

  /** Without the payload, which must not be logged. */
  @Override
  public String toString() {
    return type + " " + id;
  }
}

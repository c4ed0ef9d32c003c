package microstorm.messaging;

import java.util.UUID;

/**
 * An event that is ready for the outbox: serialised, not too large, with an id and the trace it
 * belongs to. Made by {@link Outbox#prepare}.
 *
 * @param id a UUIDv7, the event's for good
 * @param key the session
 * @param traceparent null if nothing is traced
 * @param payload JSON
 */
public record PreparedEvent(
    UUID id, UUID key, String type, String subject, String traceparent, String payload) {

  /** Without the payload, which belongs in no log. */
  @Override
  public String toString() {
    return type + " " + id;
  }
}

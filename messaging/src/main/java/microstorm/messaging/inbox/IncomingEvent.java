package microstorm.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that was received from Kafka.
 *
 * @param id the same in every delivery and every replay
 * @param type with version, e.g. {@code microstorm.idea.submitted.v1}
 * @param source the producing service, e.g. {@code /idea-service}
 * @param subject what it is about
 * @param key the record's key: the session
 * @param time the time when it was written to the producer's outbox
 * @param payload JSON, parsed by the handler
 */
public record IncomingEvent(
    UUID id, String type, String source, String subject, String key, Instant time, String payload) {

  /** Without the payload, which must not be logged. */
  @Override
  public String toString() {
    return type + " " + id;
  }
}

package microstorm.messaging.relay;

import java.time.Instant;
import java.util.UUID;

/** A row of the outbox: an event to be published. {@code traceparent} may be null. */
record OutboxRow(
    long position,
    UUID id,
    String topic,
    String key,
    String type,
    String source,
    String subject,
    Instant time,
    String traceparent,
    String payload) {}

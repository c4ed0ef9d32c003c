package microstorm.messaging.outbox;

import java.util.UUID;

/**
 * Rows for the table {@code outbox} as columns, to be bound as arrays and unnested. Created by
 * {@link Outbox#rows}; the other columns of the table have defaults.
 *
 * @param topic the same for all rows
 * @param source the same for all rows
 * @param traceparents an element is null where nothing is traced
 */
public record OutboxRows(
    String topic,
    String source,
    UUID[] ids,
    UUID[] keys,
    String[] types,
    String[] subjects,
    String[] traceparents,
    String[] payloads) {}

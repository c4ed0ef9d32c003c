package microstorm.messaging;

import java.util.UUID;

/**
 * Rows for the table {@code outbox}, column by column and in their order, to be bound as arrays and
 * unnested. Made by {@link Outbox#rows}; its other columns have defaults.
 *
 * @param topic of all rows
 * @param source of all rows
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

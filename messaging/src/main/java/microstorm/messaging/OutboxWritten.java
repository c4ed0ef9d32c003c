package microstorm.messaging;

/** Fired inside the transaction that wrote to the outbox; the relay observes its success. */
public record OutboxAppended() {}

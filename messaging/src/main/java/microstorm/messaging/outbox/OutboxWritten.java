package microstorm.messaging.outbox;

/**
 * Fired after a write to the outbox. The relay observes it after the commit of the transaction in
 * which it was fired, or at once without a transaction.
 */
public record OutboxWritten() {}

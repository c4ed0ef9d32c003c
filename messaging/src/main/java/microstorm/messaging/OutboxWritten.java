package microstorm.messaging;

/**
 * Fired when the outbox was written. The relay observes its success: the commit of the transaction
 * in which it was fired, or at once where there is none.
 */
public record OutboxWritten() {}

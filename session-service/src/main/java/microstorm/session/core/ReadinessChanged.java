package microstorm.session.core;

/**
 * In the current transaction somebody became ready, left or lost the connection, or a break ended.
 *
 * @param session the locked session
 */
public record ReadinessChanged(Session session) {}

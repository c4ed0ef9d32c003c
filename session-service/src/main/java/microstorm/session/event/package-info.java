/** The events that session-service publishes on the topic {@code session.events}. */
package microstorm.session.event;

/** What session-service tells the others, on the topic {@code session.events}. */
package microstorm.session.event;

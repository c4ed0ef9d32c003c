/** The events that idea-service publishes on the topic {@code idea.events}. */
package microstorm.idea.event;

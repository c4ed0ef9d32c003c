/** What idea-service tells the others, on the topic {@code idea.events}. */
package microstorm.idea.event;

/** Sends server-sent events to one client, which may read slowly or not at all. */
package microstorm.idea.sse;

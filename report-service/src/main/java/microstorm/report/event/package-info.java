/** What report-service tells the others, on the topic {@code log.events}. */
package microstorm.report.event;

/** The events that report-service publishes on the topic {@code log.events}. */
package microstorm.report.event;

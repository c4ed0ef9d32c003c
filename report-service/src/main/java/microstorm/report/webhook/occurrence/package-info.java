/** What happened, until there is a delivery for each webhook that asked for it. */
package microstorm.report.webhook.occurrence;

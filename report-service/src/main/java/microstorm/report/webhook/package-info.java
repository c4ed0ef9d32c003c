/**
 * Webhooks of teams: what they ask for, what happened, and the deliveries. Other packages only note
 * what happened, in {@link microstorm.report.webhook.WebhookEvents}.
 */
package microstorm.report.webhook;

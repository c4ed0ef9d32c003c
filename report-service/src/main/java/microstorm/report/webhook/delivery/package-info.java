/** The deliveries of webhooks: their attempts, and the API for people who look at them. */
package microstorm.report.webhook.delivery;

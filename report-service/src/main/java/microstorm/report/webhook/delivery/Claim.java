package microstorm.report.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.webhook.WebhookEventType;

/**
 * A delivery that this replica attempts now.
 *
 * @param lease the attempt; another one takes its place if it is not recorded in time
 * @param attempt its number in all, from 1
 * @param attemptOfRound its number since the last replay, from 1
 * @param secrets those that sign, the present one first
 */
record Claim(
    UUID id,
    UUID lease,
    UUID webhookId,
    UUID teamId,
    UUID eventId,
    String type,
    Instant occurredAt,
    String data,
    int attempt,
    int attemptOfRound,
    String url,
    List<String> secrets) {

  boolean isTest() {
    return type.equals(WebhookEventType.TEST);
  }

  /** Keeps the secrets out of logs. */
  @Override
  public String toString() {
    return "Claim of " + id;
  }
}

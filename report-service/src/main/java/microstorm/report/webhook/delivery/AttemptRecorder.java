package microstorm.report.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import microstorm.report.webhook.Webhook;
import microstorm.report.webhook.WebhookConfig;
import microstorm.report.webhook.WebhookStore;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Records how attempts ended, and decides what follows. Runs in the caller's transaction. */
@ApplicationScoped
class AttemptRecorder {

  private static final Logger LOG = Logger.getLogger(AttemptRecorder.class);

  /** The attempts of a delivery that are kept. */
  private static final int KEPT = 50;

  /** Before the delivery, in the order in which a change of the webhook locks both. */
  private static final String LOCK_WEBHOOK =
      "select active from webhook where id = ? for no key update";

  private static final String ADD =
      """
      insert into webhook_attempt (delivery_id, number, started_at, milliseconds, status, failure)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;

  private static final String FORGET =
      "delete from webhook_attempt where delivery_id = ? and number <= ?";

  private static final String SUCCEEDED =
      "update webhook set failing_since = null where id = ? and failing_since is not null";

  private static final String FAILED =
      """
      update webhook set failing_since = coalesce(failing_since, ?) where id = ?
      returning failing_since
      """;

  private final Jdbi database;
  private final ClaimStore claims;
  private final WebhookStore webhooks;
  private final RetryPlan plan;
  private final Duration stopAfter;
  private final Clock clock;

  AttemptRecorder(
      Jdbi database, ClaimStore claims, WebhookStore webhooks, WebhookConfig config, Clock clock) {
    this.database = database;
    this.claims = claims;
    this.webhooks = webhooks;
    this.plan =
        new RetryPlan(
            config.attempts(), config.firstRetry(), config.longestRetry(), new SecureRandom());
    this.stopAfter = config.stopAfter();
    this.clock = clock;
  }

  /** Records an attempt, unless it counts as lost or the delivery was deleted. */
  void record(Claim claim, AttemptResult result) {
    Instant now = clock.instant();
    database.useHandle(
        handle -> {
          Optional<Boolean> active =
              handle.select(LOCK_WEBHOOK, claim.webhookId()).mapTo(Boolean.class).findOne();
          Optional<Duration> pause = pause(claim, result, active.orElse(false));
          if (active.isPresent() && end(claim, result, pause, now)) {
            add(handle, claim, result);
            if (!claim.isTest()) {
              judge(handle, claim, result, now);
            }
          }
        });
  }

  /** A test is attempted once, and nothing is attempted again for an inactive webhook. */
  private Optional<Duration> pause(Claim claim, AttemptResult result, boolean active) {
    return claim.isTest() || !active || result.gone()
        ? Optional.empty()
        : plan.pauseAfter(claim.attemptOfRound(), result.retryAfter());
  }

  private boolean end(Claim claim, AttemptResult result, Optional<Duration> pause, Instant now) {
    if (result.succeeded()) {
      return claims.end(claim, DeliveryState.DELIVERED, null, now);
    }
    return pause
        .map(time -> claims.end(claim, DeliveryState.WAITING, now.plus(time), null))
        .orElseGet(() -> claims.end(claim, DeliveryState.FAILED, null, now));
  }

  private static void add(Handle handle, Claim claim, AttemptResult result) {
    handle.execute(
        ADD,
        claim.id(),
        claim.attempt(),
        result.startedAt(),
        (int) Math.min(result.duration().toMillis(), Integer.MAX_VALUE),
        result.status(),
        result.failureLabel());
    handle.execute(FORGET, claim.id(), claim.attempt() - KEPT);
  }

  private void judge(Handle handle, Claim claim, AttemptResult result, Instant now) {
    if (result.succeeded()) {
      handle.execute(SUCCEEDED, claim.webhookId());
      return;
    }
    Instant failingSince =
        handle
            .createQuery(FAILED)
            .bind(0, now)
            .bind(1, claim.webhookId())
            .mapTo(Instant.class)
            .one();
    if (result.gone()) {
      stop(claim, Webhook.GONE, "its address answered 410 Gone", now);
    } else if (!now.isBefore(failingSince.plus(stopAfter))) {
      stop(claim, Webhook.FAILING, "all attempts have failed since " + failingSince, now);
    }
  }

  private void stop(Claim claim, String reason, String why, Instant now) {
    if (webhooks.stop(claim.webhookId(), reason, now)) {
      LOG.infof(
          "Webhook %s of team %s was deactivated, because %s. An owner of the team can activate it.",
          claim.webhookId(), claim.teamId(), why);
    }
  }
}

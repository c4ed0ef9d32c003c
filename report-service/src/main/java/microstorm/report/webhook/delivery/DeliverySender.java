package microstorm.report.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.report.outbound.OutboundClient;
import microstorm.report.outbound.OutboundFailure;
import microstorm.report.outbound.OutboundResponse;
import microstorm.report.webhook.WebhookConfig;
import org.jboss.logging.Logger;

/**
 * Sends the deliveries that are due. An event may arrive more than once: a replica can crash
 * between the answer and its record.
 */
@ApplicationScoped
class DeliverySender {

  private static final Logger LOG = Logger.getLogger(DeliverySender.class);

  /** What an attempt may take in addition to its timeout before it counts as lost. */
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

  private static final Duration BUSY = Duration.ofSeconds(1);

  private final ClaimStore claims;
  private final AttemptRecorder recorder;
  private final DeliveryRequests requests;
  private final OutboundClient client;
  private final WebhookConfig config;
  private final Clock clock;
  private final Vertx vertx;
  private final MeterRegistry meters;
  private final AtomicInteger running = new AtomicInteger();

  DeliverySender(
      ClaimStore claims,
      AttemptRecorder recorder,
      DeliveryRequests requests,
      OutboundClient client,
      WebhookConfig config,
      Clock clock,
      Vertx vertx,
      MeterRegistry meters) {
    this.claims = claims;
    this.recorder = recorder;
    this.requests = requests;
    this.client = client;
    this.config = config;
    this.clock = clock;
    this.vertx = vertx;
    this.meters = meters;
  }

  /** Starts the attempts that are due, and does not wait for their ends. */
  void sendDue() {
    int free = config.concurrent() - running.get();
    Instant now = clock.instant();
    if (free <= 0 || !claims.isAnyDue(now)) {
      return;
    }
    List<Claim> claimed =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    claims.claim(
                        now,
                        config.timeout().plus(LEASE_MARGIN),
                        free,
                        config.concurrentPerTeam()));
    claimed.forEach(this::attempt);
  }

  private void attempt(Claim claim) {
    running.incrementAndGet();
    Instant start = clock.instant();
    Timer.Sample time = Timer.start(meters);
    send(claim, start)
        .onComplete(
            end ->
                vertx
                    .executeBlocking(() -> ended(claim, start, time, end), false)
                    .onFailure(
                        failure ->
                            LOG.warnf(
                                "An attempt of delivery %s could not be recorded, so there will"
                                    + " be another one: %s",
                                claim.id(), failure.getClass().getName()))
                    .onComplete(recorded -> running.decrementAndGet()));
  }

  private Future<OutboundResponse> send(Claim claim, Instant start) {
    try {
      return client.send(requests.of(claim, start));
    } catch (OutboundFailure | RuntimeException refused) {
      return Future.failedFuture(refused);
    }
  }

  private Void ended(
      Claim claim, Instant start, Timer.Sample time, AsyncResult<OutboundResponse> end) {
    OutboundFailure failure = end.succeeded() ? null : OutboundFailure.of(end.cause());
    if (failure != null && failure.kind() == OutboundFailure.Kind.BUSY) {
      QuarkusTransaction.requiringNew()
          .run(() -> claims.giveBack(claim, clock.instant().plus(BUSY)));
      return null;
    }
    AttemptResult result =
        new AttemptResult(
            start,
            Duration.between(start, clock.instant()),
            failure == null ? end.result().status() : null,
            failure == null ? null : failure.kind(),
            failure == null
                ? AttemptResult.readRetryAfter(end.result().headers().get("Retry-After"))
                : Duration.ZERO);
    time.stop(
        Timer.builder("microstorm.webhooks.attempts")
            .description("Attempts to deliver an event to a webhook")
            .tag("outcome", result.outcome())
            .register(meters));
    QuarkusTransaction.requiringNew().run(() -> recorder.record(claim, result));
    return null;
  }
}

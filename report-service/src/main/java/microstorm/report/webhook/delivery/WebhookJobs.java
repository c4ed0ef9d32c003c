package microstorm.report.webhook.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import microstorm.report.webhook.WebhookConfig;
import microstorm.report.webhook.occurrence.OccurrenceDispatcher;
import org.jboss.logging.Logger;

/** Runs the jobs of webhooks periodically, in every replica. */
@ApplicationScoped
class WebhookJobs {

  private static final Logger LOG = Logger.getLogger(WebhookJobs.class);

  private final WebhookConfig config;
  private final OccurrenceDispatcher dispatcher;
  private final DeliverySender sender;
  private final DeliveryRetention retention;
  private final ClaimStore claims;
  private final AtomicLong waiting = new AtomicLong();

  WebhookJobs(
      WebhookConfig config,
      OccurrenceDispatcher dispatcher,
      DeliverySender sender,
      DeliveryRetention retention,
      ClaimStore claims,
      MeterRegistry meters) {
    this.config = config;
    this.dispatcher = dispatcher;
    this.sender = sender;
    this.retention = retention;
    this.claims = claims;
    Gauge.builder("microstorm.webhooks.waiting", waiting::get)
        .description("Deliveries of webhooks that wait for their next attempt")
        .register(meters);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() {
    if (config.enabled()) {
      run("sent", dispatcher::dispatch);
      run("sent", sender::sendDue);
    }
  }

  /** Also while webhooks are off. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void clean() {
    run("removed", retention::clean);
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sample() {
    run("counted", () -> waiting.set(claims.countWaiting()));
  }

  private static void run(String what, Runnable job) {
    try {
      job.run();
    } catch (RuntimeException failure) {
      LOG.debugf("Deliveries of webhooks cannot be %s at the moment: %s", what, failure);
    }
  }
}

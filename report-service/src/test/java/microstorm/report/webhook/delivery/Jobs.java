package microstorm.report.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.report.webhook.occurrence.OccurrenceDispatcher;

/** Runs the jobs of webhooks for tests of other packages. */
@ApplicationScoped
public class Jobs {

  private final WebhookJobs jobs;
  private final OccurrenceDispatcher dispatcher;

  Jobs(WebhookJobs jobs, OccurrenceDispatcher dispatcher) {
    this.jobs = jobs;
    this.dispatcher = dispatcher;
  }

  public void send() {
    jobs.send();
  }

  public void dispatch() {
    dispatcher.dispatch();
  }
}

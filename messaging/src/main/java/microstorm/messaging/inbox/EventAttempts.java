package microstorm.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import microstorm.messaging.Backoff;
import microstorm.messaging.inbox.ShutdownGate.ShuttingDown;
import org.jboss.logging.Logger;

/** Applies events, and retries while the database fails. */
@ApplicationScoped
class EventAttempts {

  private static final Logger LOG = Logger.getLogger(EventAttempts.class);

  /**
   * The temporary failures in a row after which the events are applied in two transactions, if the
   * database answers: together they may take longer than a connection waits.
   */
  static final int FAILURES_BEFORE_SPLIT = 3;

  private final EventTransaction transaction;
  private final InboxTable table;
  private final ShutdownGate gate;
  private final MeterRegistry meters;

  EventAttempts(
      EventTransaction transaction, InboxTable table, ShutdownGate gate, MeterRegistry meters) {
    this.transaction = transaction;
    this.table = table;
    this.gate = gate;
    this.meters = meters;
  }

  /**
   * Applies the events, in one transaction if possible, and retries while the failure is temporary.
   * Returns a permanent failure, after which some of the events may have been applied, or null.
   *
   * @throws ShuttingDown if the shutdown begins before the database answers
   */
  Throwable apply(List<Delivery> deliveries, EventHandler handler, String consumer) {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    int failures = 0;
    while (true) {
      Throwable fault = transaction.apply(deliveries, handler, consumer);
      if (fault == null) {
        return null;
      }
      if (gate.isClosed()) {
        throw new ShuttingDown();
      }
      boolean answers = table.answers();
      if (!FailureClassifier.isTransient(fault) && answers) {
        return fault;
      }
      failures = answers ? failures + 1 : 0;
      if (failures >= FAILURES_BEFORE_SPLIT && deliveries.size() > 1) {
        return applyInHalves(deliveries, handler, consumer);
      }
      meters.counter("microstorm.inbox.waits", "consumer", consumer).increment();
      Duration pause = backoff.next();
      LOG.warnf(
          "%s: the database is unavailable, retrying in %d ms: %s",
          consumer, pause.toMillis(), FailureClassifier.describe(fault));
      gate.pause(pause);
    }
  }

  private Throwable applyInHalves(
      List<Delivery> deliveries, EventHandler handler, String consumer) {
    LOG.warnf(
        "%s: %d events failed %d times in a row, applying them in two transactions",
        consumer, deliveries.size(), FAILURES_BEFORE_SPLIT);
    int middle = deliveries.size() / 2;
    Throwable first = apply(deliveries.subList(0, middle), handler, consumer);
    Throwable second =
        first == null
            ? apply(deliveries.subList(middle, deliveries.size()), handler, consumer)
            : null;
    return first == null ? second : first;
  }
}

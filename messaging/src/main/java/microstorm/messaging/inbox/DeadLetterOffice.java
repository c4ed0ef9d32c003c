package microstorm.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import microstorm.messaging.Backoff;
import microstorm.messaging.inbox.ShutdownGate.ShuttingDown;
import org.jboss.logging.Logger;

/**
 * Turns a record into a dead letter: notifies the handler, then lets the connector write the record
 * to the dead-letter topic.
 */
@ApplicationScoped
class DeadLetterOffice {

  private static final Logger LOG = Logger.getLogger(DeadLetterOffice.class);

  /** Longer than the producer's delivery timeout. */
  private static final int NACK_SECONDS = 30;

  private final InboxTable table;
  private final ShutdownGate gate;
  private final MeterRegistry meters;

  DeadLetterOffice(InboxTable table, ShutdownGate gate, MeterRegistry meters) {
    this.table = table;
    this.gate = gate;
    this.meters = meters;
  }

  /**
   * Blocks until the record is in the dead-letter topic. The handler is notified first, because the
   * connector commits the offset with the dead letter: in the opposite order, a crash in between
   * would mean that the handler is never notified.
   */
  void accept(Delivery delivery, EventHandler handler, String consumer, Throwable cause) {
    String name = delivery.isEvent() ? delivery.event().toString() : position(delivery);
    if (delivery.isEvent()) {
      notifyHandler(delivery.event(), handler, cause);
    }
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    while (!nacked(delivery, cause)) {
      LOG.warnf("%s: cannot write dead letter %s to its topic, retrying", consumer, name);
      gate.pause(backoff.next());
    }
    meters.counter("microstorm.inbox.dead.letters", "consumer", consumer).increment();
    LOG.errorf(
        "%s: %s became a dead letter: %s", consumer, name, FailureClassifier.describe(cause));
  }

  private void notifyHandler(IncomingEvent event, EventHandler handler, Throwable cause) {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    while (true) {
      try {
        QuarkusTransaction.requiringNew().run(() -> handler.deadLettered(event, cause));
        return;
      } catch (RuntimeException e) {
        if (gate.isClosed()) {
          throw new ShuttingDown();
        }
        if (!FailureClassifier.isTransient(e) && table.answers()) {
          LOG.errorf(
              "The handler failed for dead letter %s: %s", event, FailureClassifier.describe(e));
          return;
        }
        gate.pause(backoff.next());
      }
    }
  }

  private boolean nacked(Delivery delivery, Throwable cause) {
    try {
      delivery
          .record()
          .nack(new Poison(FailureClassifier.describe(cause)))
          .toCompletableFuture()
          .get(NACK_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShuttingDown();
    }
  }

  private static String position(Delivery delivery) {
    return delivery.record().getTopic() + "-" + delivery.record().getPartition() + " no event";
  }

  /**
   * The reason for a dead letter. Its message becomes a header: the failure and its place, without
   * any text of the event.
   */
  static final class Poison extends RuntimeException {
    Poison(String description) {
      super(description, null, false, false);
    }
  }
}

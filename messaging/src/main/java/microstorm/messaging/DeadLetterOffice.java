package microstorm.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import microstorm.messaging.ShutdownGate.ShuttingDown;
import org.jboss.logging.Logger;

/** Gives up a record: tells the handler, then has the connector write it to the dead letters. */
@ApplicationScoped
class DeadLetterOffice {

  private static final Logger LOG = Logger.getLogger(DeadLetterOffice.class);

  /** Above the producer's delivery timeout. */
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
   * Blocks until the record lies in the dead letters. The handler comes first because the connector
   * commits the offset with the dead letter: told after it, a crash in between would leave the
   * handler without word for ever.
   */
  void accept(Delivery delivery, EventHandler handler, String consumer, Throwable cause) {
    String what = delivery.isEvent() ? delivery.event().toString() : position(delivery);
    if (delivery.isEvent()) {
      tell(delivery.event(), handler, cause);
    }
    Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    while (!nacked(delivery, cause)) {
      LOG.warnf("%s: the dead letters cannot be written, %s waits", consumer, what);
      gate.pause(backoff.next());
    }
    meters.counter("microstorm.inbox.dead.letters", "consumer", consumer).increment();
    LOG.errorf("%s: dead letter %s: %s", consumer, what, FailureClassifier.describe(cause));
  }

  private void tell(IncomingEvent event, EventHandler handler, Throwable cause) {
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
              "The handler fails at the dead letter %s: %s", event, FailureClassifier.describe(e));
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

  /** Its message becomes a header: what failed and where, none of the words in the event. */
  static final class Poison extends RuntimeException {
    Poison(String description) {
      super(description, null, false, false);
    }
  }
}

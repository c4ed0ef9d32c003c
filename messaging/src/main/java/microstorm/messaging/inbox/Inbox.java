package microstorm.messaging.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.Backoff;
import microstorm.messaging.inbox.ShutdownGate.ShuttingDown;
import org.jboss.logging.Logger;

/**
 * Applies each event exactly once: the transaction of its effect also stores its id. An event that
 * cannot be applied becomes a dead letter without affecting others. If the database fails, the
 * inbox waits for it.
 */
@ApplicationScoped
public class Inbox {

  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final int ATTEMPTS = 3;

  private final EventAttempts attempts;
  private final DeadLetterOffice deadLetters;
  private final ShutdownGate gate;

  Inbox(EventAttempts attempts, DeadLetterOffice deadLetters, ShutdownGate gate) {
    this.attempts = attempts;
    this.deadLetters = deadLetters;
    this.gate = gate;
  }

  /**
   * Handles a batch in one transaction, or each event in its own if that fails, and acknowledges
   * the batch. Events that delete keys come last, a few in each transaction. Events of types that
   * the handler does not need do not reach the database. Blocks; call it from an
   * {@code @Incoming @Blocking} method and return its result.
   *
   * @param consumer the name of the consumer: an event is applied once for each name
   * @return never completed if the shutdown begins first: then the batch is not acknowledged and
   *     will be delivered again
   */
  public CompletionStage<Void> receive(
      KafkaRecordBatch<String, String> batch, EventHandler handler, String consumer) {
    if (!gate.enter()) {
      return new CompletableFuture<>();
    }
    try {
      List<Delivery> deliveries = needed(batch, handler);
      for (List<Delivery> part : BatchParts.of(deliveries, handler)) {
        if (!applyTogether(part, handler, consumer)) {
          part.forEach(delivery -> applyAlone(delivery, handler, consumer));
        }
      }
      return batch.ack();
    } catch (ShuttingDown e) {
      LOG.infof(
          "%s: shutting down, another replica will receive the batch of %d records",
          consumer, batch.getRecords().size());
      return new CompletableFuture<>();
    } finally {
      gate.leave();
    }
  }

  /**
   * The events that the handler needs, and all records that are not events: those become dead
   * letters.
   */
  private static List<Delivery> needed(
      KafkaRecordBatch<String, String> batch, EventHandler handler) {
    return batch.getRecords().stream()
        .map(Delivery::of)
        .filter(delivery -> !delivery.isEvent() || handler.takes(delivery.event().type()))
        .toList();
  }

  /** Returns false if the events must be tried one by one. */
  private boolean applyTogether(List<Delivery> deliveries, EventHandler handler, String consumer) {
    if (!deliveries.stream().allMatch(Delivery::isEvent)) {
      return false;
    }
    Throwable fault = attempts.apply(deliveries, handler, consumer);
    if (fault != null) {
      LOG.warnf(
          "%s: a batch of %d events failed, retrying them one by one: %s",
          consumer, deliveries.size(), FailureClassifier.describe(fault));
    }
    return fault == null;
  }

  private void applyAlone(Delivery delivery, EventHandler handler, String consumer) {
    if (!delivery.isEvent()) {
      deadLetters.accept(delivery, handler, consumer, new NotAnEvent());
      return;
    }
    Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));
    Throwable fault = attempts.apply(List.of(delivery), handler, consumer);
    for (int tries = 1; fault != null && tries < ATTEMPTS; tries++) {
      gate.pause(backoff.next());
      fault = attempts.apply(List.of(delivery), handler, consumer);
    }
    if (fault != null) {
      deadLetters.accept(delivery, handler, consumer, fault);
    }
  }

  /** A record without the headers of a CloudEvent. */
  static final class NotAnEvent extends RuntimeException {}
}

package microstorm.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import microstorm.messaging.Backoff;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Applies events that were read outside of a channel, with the handlers of the channels, to the
 * tables of another schema. It acknowledges nothing and writes no dead letters.
 */
@ApplicationScoped
public class EventReplay {

  private static final Logger LOG = Logger.getLogger(EventReplay.class);
  private static final int ATTEMPTS = 3;
  private static final int TRANSIENT_ATTEMPTS = 30;

  private final EventTransaction transaction;
  private final InboxTable table;
  private final ShutdownGate gate;

  EventReplay(EventTransaction transaction, InboxTable table, ShutdownGate gate) {
    this.transaction = transaction;
    this.table = table;
    this.gate = gate;
  }

  /** The event of a record; empty if it is not a CloudEvent with an id and a type. */
  public static Optional<IncomingEvent> event(ConsumerRecord<String, String> record) {
    return Optional.ofNullable(Delivery.event(record));
  }

  /**
   * Applies events in one transaction, or each in its own if that fails.
   *
   * @param before selects the schema; the first step of each transaction
   * @return the events that cannot be applied
   * @throws IllegalStateException if the database does not answer for long
   */
  public List<IncomingEvent> apply(
      List<IncomingEvent> events, EventHandler handler, String consumer, Runnable before) {
    if (events.isEmpty() || attempt(events, handler, consumer, before) == null) {
      return List.of();
    }
    List<IncomingEvent> failed = new ArrayList<>();
    for (IncomingEvent event : events) {
      Throwable fault = applyAlone(event, handler, consumer, before);
      if (fault != null) {
        LOG.warnf("%s cannot be applied: %s", event, FailureClassifier.describe(fault));
        failed.add(event);
      }
    }
    return failed;
  }

  private Throwable applyAlone(
      IncomingEvent event, EventHandler handler, String consumer, Runnable before) {
    Throwable fault = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      fault = attempt(List.of(event), handler, consumer, before);
      if (fault == null) {
        return null;
      }
    }
    return fault;
  }

  /** Retries while the failure is temporary. Returns a permanent failure, or null. */
  private Throwable attempt(
      List<IncomingEvent> events, EventHandler handler, String consumer, Runnable before) {
    List<Delivery> deliveries = events.stream().map(Delivery::replayed).toList();
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    for (int attempt = 0; attempt < TRANSIENT_ATTEMPTS; attempt++) {
      Throwable fault = transaction.applyElsewhere(deliveries, handler, consumer, before);
      if (fault == null || (!FailureClassifier.isTransient(fault) && table.answers())) {
        return fault;
      }
      gate.pause(backoff.next());
    }
    throw new IllegalStateException("The database does not answer.");
  }
}

package microstorm.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import microstorm.messaging.trace.EventSpans;

/** Runs one transaction of the inbox, which commits the events' ids together with their effects. */
@ApplicationScoped
class EventTransaction {

  private final InboxTable table;
  private final DeletedKeys deletedKeys;
  private final EventSpans spans;
  private final MeterRegistry meters;

  EventTransaction(
      InboxTable table, DeletedKeys deletedKeys, EventSpans spans, MeterRegistry meters) {
    this.table = table;
    this.deletedKeys = deletedKeys;
    this.spans = spans;
    this.meters = meters;
  }

  /**
   * Applies the events that are new. Returns the cause if the transaction was rolled back,
   * otherwise null.
   */
  Throwable apply(List<Delivery> deliveries, EventHandler handler, String consumer) {
    return attempt(
        deliveries,
        handler,
        consumer,
        () -> {},
        keys -> deletedKeys.check(keys, deletes(deliveries, handler)));
  }

  /**
   * The same in another schema, in which nobody else deletes keys: it does not wait for the
   * transactions that delete.
   *
   * @param before selects the schema; the first step of the transaction
   */
  Throwable applyElsewhere(
      List<Delivery> deliveries, EventHandler handler, String consumer, Runnable before) {
    return attempt(deliveries, handler, consumer, before, deletedKeys::among);
  }

  private Throwable attempt(
      List<Delivery> deliveries,
      EventHandler handler,
      String consumer,
      Runnable before,
      UnaryOperator<Set<UUID>> deletedAmong) {
    try {
      int fresh =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    before.run();
                    return applyFresh(deliveries, handler, consumer, deletedAmong);
                  });
      meters
          .counter("microstorm.inbox.duplicates", "consumer", consumer)
          .increment(deliveries.size() - fresh);
      return null;
    } catch (QuarkusTransactionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return e;
    }
  }

  private int applyFresh(
      List<Delivery> deliveries,
      EventHandler handler,
      String consumer,
      UnaryOperator<Set<UUID>> deletedAmong)
      throws Exception {
    List<UUID> ids = deliveries.stream().map(delivery -> delivery.event().id()).toList();
    Set<UUID> fresh = table.enter(consumer, ids);
    int applied = fresh.size();
    Set<UUID> keys = keys(deliveries, fresh);
    Set<UUID> deleted = deletedAmong.apply(keys);
    keys.removeAll(deleted);
    handler.begin(keys);
    for (Delivery delivery : deliveries) {
      // Removed, since a batch may contain an event twice.
      if (fresh.remove(delivery.event().id()) && !deleted.contains(key(delivery))) {
        handle(delivery, handler);
      }
    }
    handler.end();
    return applied;
  }

  private static boolean deletes(List<Delivery> deliveries, EventHandler handler) {
    return deliveries.stream().anyMatch(delivery -> handler.deletes(delivery.event().type()));
  }

  private static UUID key(Delivery delivery) {
    return UUID.fromString(delivery.event().key());
  }

  private static Set<UUID> keys(List<Delivery> deliveries, Set<UUID> fresh) {
    return deliveries.stream()
        .filter(delivery -> fresh.contains(delivery.event().id()))
        .map(EventTransaction::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void handle(Delivery delivery, EventHandler handler) throws Exception {
    spans.handle(
        delivery.event().type(),
        delivery.traceparent(),
        () -> {
          handler.handle(delivery.event());
          return null;
        });
  }
}

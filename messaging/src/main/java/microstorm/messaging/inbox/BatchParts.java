package microstorm.messaging.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a batch into transactions. Those that delete keys exclude all others of the inbox, so
 * they contain nothing else, and only a few deletions each. They come last: what the batch has of a
 * deleted key is deleted with it, and events of different keys have no common order.
 */
final class BatchParts {

  /** The deletions that one transaction applies. */
  static final int DELETIONS = 20;

  private BatchParts() {}

  static List<List<Delivery>> of(List<Delivery> deliveries, EventHandler handler) {
    List<Delivery> deletions =
        deliveries.stream().filter(delivery -> deletes(delivery, handler)).toList();
    List<List<Delivery>> parts = new ArrayList<>();
    if (deletions.size() < deliveries.size()) {
      parts.add(deliveries.stream().filter(delivery -> !deletes(delivery, handler)).toList());
    }
    for (int from = 0; from < deletions.size(); from += DELETIONS) {
      parts.add(deletions.subList(from, Math.min(from + DELETIONS, deletions.size())));
    }
    return parts;
  }

  private static boolean deletes(Delivery delivery, EventHandler handler) {
    return delivery.isEvent() && handler.deletes(delivery.event().type());
  }
}

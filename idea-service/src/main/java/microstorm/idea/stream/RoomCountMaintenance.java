package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.room.RoomCount;
import microstorm.idea.room.RoomCountList;
import microstorm.idea.room.RoomCounts;
import microstorm.idea.sse.SseFrame;
import org.jboss.logging.Logger;

/**
 * Sends everybody how many ideas each room has, while a group is split. The event has no number:
 * these numbers change with ideas of other rooms, which the numbers of a board's changes must not
 * show.
 */
@ApplicationScoped
class RoomCountMaintenance {

  /** The event with the numbers. */
  static final String EVENT = "room-counts";

  private static final Logger LOG = Logger.getLogger(RoomCountMaintenance.class);

  private final Feeds feeds;
  private final RoomCounts counts;
  private final ObjectMapper json;

  RoomCountMaintenance(Feeds feeds, RoomCounts counts, ObjectMapper json) {
    this.feeds = feeds;
    this.counts = counts;
    this.json = json;
  }

  @Scheduled(
      every = "${microstorm.stream.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() {
    Set<UUID> watched = Set.copyOf(feeds.watched());
    if (watched.isEmpty()) {
      return;
    }
    try {
      counts.of(watched).forEach(this::send);
    } catch (RuntimeException failure) {
      LOG.debugf("The ideas of rooms cannot be counted at the moment: %s", failure);
    }
  }

  private void send(UUID sessionId, List<RoomCount> rooms) {
    RoomCountList numbers = new RoomCountList(rooms);
    SseFrame frame = new SseFrame(List.of(SseFrame.event(EVENT, numbers, json)), 1);
    feeds.each(sessionId, subscriber -> subscriber.signal(EVENT, frame, numbers));
  }
}

package microstorm.idea.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.sse.SendResult;
import microstorm.idea.sse.SseFrame;
import microstorm.messaging.inbox.DeletedKeys;
import org.jboss.logging.Logger;

/** Looks after the feeds every second. */
@ApplicationScoped
class FeedMaintenance {

  private static final Logger LOG = Logger.getLogger(FeedMaintenance.class);

  private final Feeds feeds;
  private final FeedReader reader;
  private final DeletedKeys deletedKeys;
  private final StreamConfig config;
  private final Clock clock;
  private final AtomicInteger reconnectRequests = new AtomicInteger();

  private volatile boolean shuttingDown;

  FeedMaintenance(
      Feeds feeds, FeedReader reader, DeletedKeys deletedKeys, StreamConfig config, Clock clock) {
    this.deletedKeys = deletedKeys;
    this.feeds = feeds;
    this.reader = reader;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Finds the changes of other replicas in the database, in case Kafka is unavailable, and ends the
   * streams of deleted boards.
   */
  @Scheduled(
      every = "${microstorm.stream.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void lookForChanges() {
    if (feeds.watched().isEmpty()) {
      return;
    }
    try {
      Set<UUID> watched = Set.copyOf(feeds.watched());
      Map<UUID, Long> seqs = reader.seqs(watched);
      seqs.forEach((sessionId, seq) -> feeds.changed(BoardChanged.unseen(sessionId, seq)));
      if (seqs.size() < watched.size()) {
        feeds.end(deletedKeys.among(watched));
      }
    } catch (RuntimeException failure) {
      LOG.debugf("The numbers of the boards cannot be read at the moment: %s", failure);
    }
  }

  /** Sends heartbeats, and ends streams whose token has expired. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void maintain() {
    Instant now = clock.instant();
    for (Feed feed : feeds.all()) {
      feed.each(subscriber -> subscriber.maintain(now, config.heartbeat()));
    }
  }

  /** Asks the clients of all streams to reconnect, and from now on those of new ones. */
  void shutDown(@Observes ShutdownDelayInitiatedEvent event) {
    shuttingDown = true;
    for (Feed feed : feeds.all()) {
      feed.each(this::requestReconnect);
    }
  }

  /**
   * Ends a new stream if the replica is shutting down. Called after the subscriber has joined its
   * feed, so that no stream escapes both this check and {@link #shutDown}.
   *
   * @return whether the stream ends
   */
  boolean endIfShuttingDown(Subscriber subscriber) {
    if (shuttingDown) {
      requestReconnect(subscriber);
    }
    return shuttingDown;
  }

  private SendResult requestReconnect(Subscriber subscriber) {
    return subscriber.end(SseFrame.reconnect(reconnectRequests.incrementAndGet()));
  }
}

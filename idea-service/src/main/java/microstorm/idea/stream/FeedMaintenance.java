package microstorm.idea.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.idea.board.BoardChanged;
import org.jboss.logging.Logger;

/** What has to be done for the feeds every second. */
@ApplicationScoped
class FeedMaintenance {

  private static final Logger LOG = Logger.getLogger(FeedMaintenance.class);

  private final Feeds feeds;
  private final FeedReader reader;
  private final StreamConfig config;
  private final Clock clock;
  private final AtomicInteger sentAway = new AtomicInteger();

  private volatile boolean shuttingDown;

  FeedMaintenance(Feeds feeds, FeedReader reader, StreamConfig config, Clock clock) {
    this.feeds = feeds;
    this.reader = reader;
    this.config = config;
    this.clock = clock;
  }

  /** The safety net: with Kafka away, another replica's changes are found here. */
  @Scheduled(
      every = "${microstorm.stream.poll:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void lookForChanges() {
    if (feeds.watched().isEmpty()) {
      return;
    }
    try {
      reader
          .seqs(feeds.watched())
          .forEach((sessionId, seq) -> feeds.changed(BoardChanged.unseen(sessionId, seq)));
    } catch (RuntimeException failure) {
      LOG.debugf("The boards' numbers cannot be read just now: %s", failure);
    }
  }

  /** Heartbeats, and the end of streams whose token has expired. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tend() {
    if (shuttingDown) {
      sendAway();
      return;
    }
    Instant now = clock.instant();
    for (Feed feed : feeds.all()) {
      feed.each(watcher -> watcher.tend(now, config.heartbeat()));
    }
  }

  void shutDown(@Observes ShutdownDelayInitiatedEvent event) {
    shuttingDown = true;
    sendAway();
  }

  private void sendAway() {
    for (Feed feed : feeds.all()) {
      feed.each(watcher -> watcher.end(SseFrame.reconnect(sentAway.incrementAndGet())));
    }
  }
}

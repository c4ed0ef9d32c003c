package microstorm.idea.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.idea.board.BoardChanged;
import org.jboss.logging.Logger;

/** The feeds of the boards that have subscribers on this replica. */
@ApplicationScoped
class Feeds {

  private static final Logger LOG = Logger.getLogger(Feeds.class);

  private final Map<UUID, Feed> feeds = new ConcurrentHashMap<>();
  private final FeedReader reader;
  private final StreamLimiter limiter;
  private final ExecutorService threads;

  Feeds(FeedReader reader, StreamLimiter limiter, StreamConfig config) {
    this.reader = reader;
    this.limiter = limiter;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            config.readers(), task -> new Thread(task, "feed-" + number.incrementAndGet()));
  }

  /**
   * Adds a subscriber. It receives changes from now on and keeps them until its beginning is read.
   */
  Feed join(Subscriber subscriber) {
    return feeds.compute(
        subscriber.sessionId(),
        (id, existing) -> {
          Feed feed = existing == null ? new Feed(limiter::count) : existing;
          feed.subscribers().add(subscriber);
          return feed;
        });
  }

  void leave(Subscriber subscriber) {
    feeds.computeIfPresent(
        subscriber.sessionId(),
        (id, feed) -> {
          feed.subscribers().remove(subscriber);
          return feed.subscribers().isEmpty() ? null : feed;
        });
  }

  /** The boards with a subscriber on this replica. */
  Set<UUID> watched() {
    return feeds.keySet();
  }

  Iterable<Feed> all() {
    return feeds.values();
  }

  /**
   * Publishes a committed change, unless it was published already. Returns at once. Called right
   * after a commit on this replica, and for the changes of others.
   */
  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BoardChanged change) {
    UUID sessionId = change.sessionId();
    Feed feed = feeds.get(sessionId);
    if (feed == null || !feed.announce(change)) {
      return;
    }
    try {
      threads.execute(() -> publish(sessionId, feed));
    } catch (RejectedExecutionException stopped) {
      feed.giveUp();
    }
  }

  private void publish(UUID sessionId, Feed feed) {
    try {
      do {
        Optional<BoardChanged> next = feed.next();
        feed.publish(
            next.isPresent() ? reader.handedOver(next.get()) : reader.since(sessionId, feed.seq()));
      } while (feed.continues());
    } catch (RuntimeException | Error failure) {
      feed.giveUp();
      LOG.warnf("The changes of a board cannot be sent to live streams at the moment: %s", failure);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    threads.shutdownNow();
  }
}

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

/** The feeds of the boards that are watched on this replica. */
@ApplicationScoped
class Feeds {

  private static final Logger LOG = Logger.getLogger(Feeds.class);

  private final Map<UUID, Feed> feeds = new ConcurrentHashMap<>();
  private final FeedReader reader;
  private final StreamLimiter streams;
  private final ExecutorService threads;

  Feeds(FeedReader reader, StreamLimiter streams, StreamConfig config) {
    this.reader = reader;
    this.streams = streams;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            config.readers(), task -> new Thread(task, "feed-" + number.incrementAndGet()));
  }

  /** From now on this client is told of changes; it keeps them until it has begun. */
  Feed join(Subscriber watcher) {
    return feeds.compute(
        watcher.sessionId(),
        (id, existing) -> {
          Feed feed = existing == null ? new Feed(streams::sent) : existing;
          feed.watchers().add(watcher);
          return feed;
        });
  }

  void leave(Subscriber watcher) {
    feeds.computeIfPresent(
        watcher.sessionId(),
        (id, feed) -> {
          feed.watchers().remove(watcher);
          return feed.watchers().isEmpty() ? null : feed;
        });
  }

  /** The boards that somebody watches here. */
  Set<UUID> watched() {
    return feeds.keySet();
  }

  Iterable<Feed> all() {
    return feeds.values();
  }

  /**
   * Tells of a change that is committed, unless that was told already. Returns at once. Called
   * right after a commit on this replica, and for what others wrote.
   */
  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BoardChanged change) {
    UUID sessionId = change.sessionId();
    Feed feed = feeds.get(sessionId);
    if (feed == null || !feed.hear(change)) {
      return;
    }
    try {
      threads.execute(() -> tell(sessionId, feed));
    } catch (RejectedExecutionException stopped) {
      feed.giveUp();
    }
  }

  private void tell(UUID sessionId, Feed feed) {
    try {
      do {
        Optional<BoardChanged> next = feed.next();
        feed.publish(
            next.isPresent() ? reader.handedOver(next.get()) : reader.since(sessionId, feed.seq()));
      } while (feed.goesOn());
    } catch (RuntimeException | Error failure) {
      feed.giveUp();
      LOG.warnf("The changes of a board cannot be told just now: %s", failure);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    threads.shutdownNow();
  }
}

package microstorm.idea.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.http.token.Requester;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.sse.SendResult;
import org.jboss.logging.Logger;

/** The feeds of the boards that have subscribers on this replica. */
@ApplicationScoped
public class Feeds {

  private static final Logger LOG = Logger.getLogger(Feeds.class);

  private final Map<UUID, Feed> feeds = new ConcurrentHashMap<>();
  private final FeedReader reader;
  private final StreamLimiter limiter;
  private final ExecutorService threads;
  private final PublicationQueue publications;

  Feeds(FeedReader reader, StreamLimiter limiter, StreamConfig config) {
    this.reader = reader;
    this.limiter = limiter;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            config.readers(), task -> new Thread(task, "feed-" + number.incrementAndGet()));
    this.publications = new PublicationQueue(threads, Math.max(1, config.readers() / 2));
  }

  /**
   * Adds a subscriber. It receives changes from now on and keeps them until its beginning is read.
   */
  Feed join(Subscriber subscriber) {
    return feeds.compute(
        subscriber.sessionId(),
        (id, existing) -> {
          Feed feed =
              existing == null ? new Feed(subscriber.client().team(), limiter::count) : existing;
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

  /** A person with a seat who has a live stream open on this replica. */
  public record ConnectedPerson(UUID sessionId, UUID participantId) {}

  /** The people with a seat who have a stream on this replica; once for each stream. */
  public List<ConnectedPerson> connected() {
    return feeds.values().stream()
        .flatMap(feed -> feed.subscribers().stream())
        .filter(subscriber -> subscriber.viewer().isSeated())
        .map(subscriber -> new ConnectedPerson(subscriber.sessionId(), subscriber.viewer().id()))
        .toList();
  }

  /** The boards that somebody who leads their session follows on this replica. */
  Set<UUID> led() {
    return feeds.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().subscribers().stream()
                    .anyMatch(subscriber -> subscriber.viewer().leads()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Does something for every stream of a board whose holder leads the session. */
  void eachLeader(UUID sessionId, Function<Subscriber, SendResult> action) {
    each(
        sessionId,
        subscriber -> subscriber.viewer().leads() ? action.apply(subscriber) : SendResult.NOTHING);
  }

  /** The boards of these with a stream that lacks an event with this content. */
  Set<UUID> lacking(String event, Map<UUID, ?> contents) {
    return contents.entrySet().stream()
        .filter(
            entry -> {
              Feed feed = feeds.get(entry.getKey());
              return feed != null
                  && feed.subscribers().stream()
                      .anyMatch(subscriber -> subscriber.lacks(event, entry.getValue()));
            })
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Does something for every stream of a board. */
  void each(UUID sessionId, Function<Subscriber, SendResult> action) {
    Feed feed = feeds.get(sessionId);
    if (feed != null) {
      feed.each(action);
    }
  }

  /**
   * Ends the oldest streams of a client whose number has reached the limit, so that half-open
   * connections do not keep the client out. The replaced ones must not connect again.
   */
  void makeRoom(UUID sessionId, Requester client, int limit) {
    Feed feed = feeds.get(sessionId);
    if (feed == null) {
      return;
    }
    List<Subscriber> own =
        feed.subscribers().stream()
            .filter(subscriber -> subscriber.client().equals(client))
            .sorted(Comparator.comparingInt(Subscriber::number))
            .toList();
    own.stream().limit(Math.max(0, own.size() - limit + 1)).forEach(Subscriber::replace);
  }

  /** Ends the streams of deleted boards. */
  void end(Set<UUID> deleted) {
    for (UUID sessionId : deleted) {
      Feed feed = feeds.get(sessionId);
      if (feed != null) {
        feed.each(subscriber -> subscriber.end(null));
      }
    }
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
      publications.add(feed.team(), () -> publish(sessionId, feed));
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

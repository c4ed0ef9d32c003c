package microstorm.idea.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.sse.SendResult;
import org.jboss.logging.Logger;

/**
 * The live streams of one board on this replica. One publication of the changes serves all of them.
 * One publication runs at a time, and it continues until it has covered all changes that were
 * announced.
 */
final class Feed {

  private static final Logger LOG = Logger.getLogger(Feed.class);

  private static final long UNKNOWN = -1;

  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final String team;
  private final Consumer<SendResult> results;

  /** Changes that were handed over, by the number that they follow. */
  private final Map<Long, BoardChanged> handedOver = new HashMap<>();

  private long seq = UNKNOWN;
  private long announced = UNKNOWN;
  private boolean publishing;

  /**
   * @param team the team that the publications are charged to
   * @param results receives the results of {@link Subscriber#offer}
   */
  Feed(String team, Consumer<SendResult> results) {
    this.team = team;
    this.results = results;
  }

  String team() {
    return team;
  }

  Set<Subscriber> subscribers() {
    return subscribers;
  }

  synchronized boolean isStarted() {
    return seq != UNKNOWN;
  }

  /**
   * Sets the number up to which no changes need to be published, because new subscribers read the
   * board after this call. Only the first call counts.
   */
  synchronized void startAt(long number) {
    if (seq == UNKNOWN) {
      seq = number;
    }
  }

  /** The number up to which everything was published. */
  synchronized long seq() {
    return seq;
  }

  /** Records a change. Returns whether the caller must start a publication. */
  synchronized boolean announce(BoardChanged change) {
    if (seq == UNKNOWN || change.seq() <= seq) {
      return false;
    }
    announced = Math.max(announced, change.seq());
    if (change.isHandedOver()) {
      handedOver.put(change.follows(), change);
    }
    boolean begins = !publishing;
    publishing = true;
    return begins;
  }

  /** The next changes, if they were handed over; empty if they must be read. */
  synchronized Optional<BoardChanged> next() {
    BoardChanged next = handedOver.remove(seq);
    if (next == null) {
      announced = seq; // a read from now on covers all changes announced so far
    }
    return Optional.ofNullable(next);
  }

  /** Sends a batch to all subscribers. */
  void publish(ChangeBatch batch) {
    each(subscriber -> subscriber.offer(batch));
    synchronized (this) {
      seq = batch.seq();
      if (!batch.isComplete()) {
        announced = Math.max(announced, seq + 1);
      }
      handedOver.keySet().removeIf(follows -> follows < seq);
    }
  }

  /** Whether the publication must continue. */
  synchronized boolean continues() {
    publishing = announced > seq;
    return publishing;
  }

  /** Ends the publication after a failure. The next announced change starts another one. */
  synchronized void giveUp() {
    publishing = false;
    handedOver.clear();
  }

  /**
   * Does something for every subscriber. One that fails is cut off, without an effect on the
   * others.
   *
   * @param action returns its result, like {@link Subscriber#offer}
   */
  void each(Function<Subscriber, SendResult> action) {
    for (Subscriber subscriber : subscribers) {
      try {
        results.accept(action.apply(subscriber));
      } catch (RuntimeException failure) {
        LOG.debugf("A live stream failed and was cut off: %s", failure);
        results.accept(subscriber.cut());
      }
    }
  }
}

package microstorm.idea.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import microstorm.idea.board.BoardChanged;
import org.jboss.logging.Logger;

/**
 * The live streams of one board on this replica: one telling of what changed serves all of them.
 * There is one telling at a time, which goes on until it has come to all that was heard of.
 */
final class Feed {

  private static final Logger LOG = Logger.getLogger(Feed.class);

  private static final long UNKNOWN = -1;

  private final Set<Subscriber> watchers = ConcurrentHashMap.newKeySet();
  private final IntConsumer sent;

  /** What was handed over, by the number that it follows. */
  private final Map<Long, BoardChanged> handedOver = new HashMap<>();

  private long seq = UNKNOWN;
  private long heard = UNKNOWN;
  private boolean telling;

  /**
   * @param sent what {@link Subscriber#offer} says is told to this
   */
  Feed(IntConsumer sent) {
    this.sent = sent;
  }

  Set<Subscriber> watchers() {
    return watchers;
  }

  synchronized boolean isStarted() {
    return seq != UNKNOWN;
  }

  /**
   * Says up to where the changes need not be told: whoever joins reads the board after this. Only
   * the first number counts.
   */
  synchronized void startAt(long number) {
    if (seq == UNKNOWN) {
      seq = number;
    }
  }

  /** Up to where everything was told. */
  synchronized long seq() {
    return seq;
  }

  /** Takes note of a change; whether the caller has to see to it that it is told. */
  synchronized boolean hear(BoardChanged change) {
    if (seq == UNKNOWN || change.seq() <= seq) {
      return false;
    }
    heard = Math.max(heard, change.seq());
    if (change.isHandedOver()) {
      handedOver.put(change.follows(), change);
    }
    boolean begins = !telling;
    telling = true;
    return begins;
  }

  /** What comes next, when it was handed over; empty when it is to be read. */
  synchronized Optional<BoardChanged> next() {
    BoardChanged next = handedOver.remove(seq);
    if (next == null) {
      heard = seq; // a reading from now on covers all that was heard of until now
    }
    return Optional.ofNullable(next);
  }

  /** Hands a batch to everybody. */
  void publish(ChangeBatch batch) {
    each(
        watcher -> {
          boolean gone = batch.gone().contains(watcher.viewer().id());
          return gone ? watcher.end(null) : watcher.offer(batch);
        });
    synchronized (this) {
      seq = batch.seq();
      handedOver.keySet().removeIf(follows -> follows < seq);
    }
  }

  /** Whether the telling is not at its end. */
  synchronized boolean goesOn() {
    telling = heard > seq;
    return telling;
  }

  /** After a failure: whatever is heard of next tries again. */
  synchronized void giveUp() {
    telling = false;
    handedOver.clear();
  }

  /**
   * Does something with every watcher. One that fails is cut off; the others do not notice.
   *
   * @param action as {@link Subscriber#offer} says how many changes it sent
   */
  void each(ToIntFunction<Subscriber> action) {
    for (Subscriber watcher : watchers) {
      try {
        sent.accept(action.applyAsInt(watcher));
      } catch (RuntimeException failure) {
        LOG.debugf("A live stream failed and is cut off: %s", failure);
        sent.accept(watcher.cut());
      }
    }
  }
}

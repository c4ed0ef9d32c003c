package microstorm.idea.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/**
 * The live streams of one board on this replica: one reading of what changed serves all of them.
 * There is one reading at a time; whoever asks for another meanwhile gets it afterwards.
 */
final class Feed {

  private static final Logger LOG = Logger.getLogger(Feed.class);

  private static final long UNKNOWN = -1;

  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final IntConsumer sent;
  private long seq = UNKNOWN;
  private boolean reading;
  private boolean again;

  /**
   * @param sent what {@link Watcher#offer} says is told to this
   */
  Feed(IntConsumer sent) {
    this.sent = sent;
  }

  Set<Watcher> watchers() {
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

  /** Whether the caller has to read now, because of a change with this number. */
  synchronized boolean beginReading(long number) {
    if (seq == UNKNOWN || number <= seq) {
      return false;
    }
    again = reading;
    reading = true;
    return !again;
  }

  /** Hands a batch to everybody. */
  void publish(Batch batch) {
    each(
        watcher -> {
          boolean gone = batch.gone().contains(watcher.viewer().id());
          return gone ? watcher.end(null) : watcher.offer(batch);
        });
    synchronized (this) {
      seq = batch.seq();
    }
  }

  /** Whether the caller has to read once more before it goes. */
  synchronized boolean isToBeReadAgain() {
    reading = again;
    again = false;
    return reading;
  }

  /** After a failure: the next wake tries again. */
  synchronized void giveUp() {
    reading = false;
    again = false;
  }

  /**
   * Does something with every watcher. One that fails is cut off; the others do not notice.
   *
   * @param action as {@link Watcher#offer} says how many changes it sent
   */
  void each(ToIntFunction<Watcher> action) {
    for (Watcher watcher : watchers) {
      try {
        sent.accept(action.applyAsInt(watcher));
      } catch (RuntimeException failure) {
        LOG.debugf("A live stream failed and is cut off: %s", failure);
        sent.accept(watcher.cut());
      }
    }
  }
}

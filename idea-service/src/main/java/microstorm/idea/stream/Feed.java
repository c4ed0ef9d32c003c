package microstorm.idea.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live streams of one board on this replica: one reading of what changed serves all of them.
 * There is one reading at a time; whoever asks for another meanwhile gets it afterwards.
 */
final class Feed {

  private static final long UNKNOWN = -1;

  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private long seq = UNKNOWN;
  private boolean reading;
  private boolean again;

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
  void publish(Batch batch, Streams streams) {
    for (Watcher watcher : watchers) {
      if (batch.gone().contains(watcher.viewer().id())) {
        watcher.end(null);
      } else {
        streams.sent(watcher.offer(batch));
      }
    }
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
}

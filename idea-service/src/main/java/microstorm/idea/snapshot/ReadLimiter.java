package microstorm.idea.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import microstorm.idea.idea.Ideas;
import microstorm.web.ProblemException;

/**
 * Has boards read in turn: many small ones at a time and few large ones, so that no number of
 * readers takes more memory than there is.
 */
@ApplicationScoped
public class ReadLimiter {

  private static final int AGAIN_AFTER_SECONDS = 1;

  /** So many threads may wait; there are others, for requests of other kinds. */
  private static final int MOST_WAITING = 32;

  private final Ideas ideas;
  private final int room;
  private final long patienceMillis;
  private final Semaphore free;

  ReadLimiter(Ideas ideas, ReadLimiterConfig config) {
    this.ideas = ideas;
    this.room = config.megabytesAtOnce() << 20;
    this.patienceMillis = config.patience().toMillis();
    this.free = new Semaphore(room); // small boards overtake large ones that wait
  }

  /**
   * Reads when it is its turn.
   *
   * @param after only what changed after this number is going to be read; -1: everything
   * @throws ProblemException 503 when its turn does not come in time
   */
  public <T> T inTurn(UUID sessionId, long after, Supplier<T> reading) {
    // the largest board leaves room for small ones
    int bytes = (int) Math.min(ideas.bytes(sessionId, after), room / 4 * 3);
    if (!isFree(bytes)) {
      throw ProblemException.busy(
          "More large boards are being read than this replica reads at a time.",
          AGAIN_AFTER_SECONDS);
    }
    try {
      return reading.get();
    } finally {
      free.release(bytes);
    }
  }

  private boolean isFree(int bytes) {
    if (free.tryAcquire(bytes)) {
      return true;
    }
    if (free.getQueueLength() >= MOST_WAITING) {
      return false;
    }
    try {
      return free.tryAcquire(bytes, patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

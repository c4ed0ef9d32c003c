package microstorm.idea.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import microstorm.http.problem.ProblemException;
import microstorm.idea.idea.Ideas;
import microstorm.idea.idea.VisibleIdeas;
import microstorm.idea.viewer.Viewer;

/**
 * Limits how many boards are read at a time: many small ones or few large ones, so that readers
 * never exhaust the memory.
 */
@ApplicationScoped
public class ReadLimiter {

  private static final int RETRY_AFTER_SECONDS = 1;

  /** The maximum number of threads that wait, so that others remain for requests of other kinds. */
  private static final int MAX_WAITING = 32;

  private final VisibleIdeas ideas;
  private final int room;
  private final long patienceMillis;
  private final Semaphore free;

  ReadLimiter(VisibleIdeas ideas, ReadLimiterConfig config) {
    this.ideas = ideas;
    this.room = config.megabytesAtOnce() << 20;
    this.patienceMillis = config.patience().toMillis();
    this.free = new Semaphore(room); // unfair: small boards overtake large ones that wait
  }

  /**
   * Waits for its turn, then reads.
   *
   * @param viewer the person who reads
   * @param after only the changes after this number are read; {@link Ideas#ALL} for everything
   * @throws ProblemException 503 when its turn does not come in time
   */
  public <T> T inTurn(UUID sessionId, Viewer viewer, long after, Supplier<T> reading) {
    // the largest board leaves room for small ones
    int bytes = (int) Math.min(ideas.bytes(sessionId, viewer, after), room / 4 * 3);
    if (!tryAcquire(bytes)) {
      throw ProblemException.busy(
          "Too many large boards are being read at the moment. Please try again.",
          RETRY_AFTER_SECONDS);
    }
    try {
      return reading.get();
    } finally {
      free.release(bytes);
    }
  }

  private boolean tryAcquire(int bytes) {
    if (free.tryAcquire(bytes)) {
      return true;
    }
    if (free.getQueueLength() >= MAX_WAITING) {
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

package microstorm.messaging.inbox;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Admits no batch once the shutdown has begun, and delays the shutdown until the running batches
 * have ended.
 */
@ApplicationScoped
class ShutdownGate {

  private static final int PLACES = 1_000;
  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore places = new Semaphore(PLACES);

  /** Whether a batch may begin; if so, {@link #leave} must follow. */
  boolean enter() {
    if (isClosed() || !places.tryAcquire()) {
      return false;
    }
    if (isClosed()) {
      places.release();
      return false;
    }
    return true;
  }

  void leave() {
    places.release();
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /**
   * Waits between two attempts.
   *
   * @throws ShuttingDown as soon as the gate is closed
   */
  void pause(Duration duration) {
    try {
      if (closed.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ShuttingDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShuttingDown();
    }
  }

  void close(@Observes ShutdownDelayInitiatedEvent event) {
    closed.countDown();
  }

  void close(@Observes ShutdownEvent event) throws InterruptedException {
    closed.countDown();
    if (places.tryAcquire(PLACES, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      places.release(PLACES);
    }
  }

  /**
   * Thrown when the shutdown begins. The batch stays unacknowledged, so the next owner of its
   * partitions receives it.
   */
  static final class ShuttingDown extends RuntimeException {}
}

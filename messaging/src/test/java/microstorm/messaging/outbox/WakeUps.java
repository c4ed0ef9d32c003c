package microstorm.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts the relay's wake-ups by thread. */
@ApplicationScoped
class WakeUps {

  private final ThreadLocal<Integer> ofThisThread = ThreadLocal.withInitial(() -> 0);

  /** The number of wake-ups from the current thread. */
  int ofThisThread() {
    return ofThisThread.get();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxWritten event) {
    ofThisThread.set(ofThisThread.get() + 1);
  }
}

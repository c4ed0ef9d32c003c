package microstorm.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts what the relay is told, on the threads that tell it. */
@ApplicationScoped
class WakeUps {

  private final ThreadLocal<Integer> here = ThreadLocal.withInitial(() -> 0);

  /** Those that came from the calling thread. */
  int here() {
    return here.get();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxWritten event) {
    here.set(here.get() + 1);
  }
}

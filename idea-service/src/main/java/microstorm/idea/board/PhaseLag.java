package microstorm.idea.board;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import microstorm.web.Refusal;

/**
 * A phase begins in session-service and is known here some milliseconds later. Whoever was told of
 * it and acts at once must not be refused for that: what comes too early is tried again for a
 * moment before the refusal is given. No thread waits meanwhile.
 */
@ApplicationScoped
public class PhaseLag {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final Duration patience;

  PhaseLag(BoardsConfig config) {
    this.patience = config.phasePatience();
  }

  /** Tries something again while it is too early; in the end its refusal is the outcome. */
  public <T> Uni<T> bear(Uni<T> attempt) {
    if (patience.isZero()) {
      return attempt;
    }
    return Uni.createFrom()
        .deferred(
            () ->
                attempt
                    .onFailure(PhaseLag::isEarly)
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .expireIn(patience.toMillis()))
        .onFailure(exhausted -> refusalIn(exhausted) != null)
        .transform(PhaseLag::refusalIn);
  }

  /** Tries something that blocks, such as a transaction; each attempt has a worker thread. */
  public <T> Uni<T> bear(Supplier<T> attempt) {
    return bear(
        Uni.createFrom().item(attempt).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
  }

  private static boolean isEarly(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.isEarly();
  }

  /** The refusal itself: when time is up, it comes wrapped. */
  private static Refusal refusalIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }
}

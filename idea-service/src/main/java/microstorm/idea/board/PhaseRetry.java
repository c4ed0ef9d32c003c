package microstorm.idea.board;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.web.ProblemException;
import microstorm.web.Requester;
import microstorm.web.share.FairShareLimiter;
import microstorm.web.share.Permit;
import microstorm.web.share.Shares;

/**
 * A phase begins in session-service, or a break ends, and is known here some milliseconds later.
 * Whoever was told of it and acts at once must not be refused for that: what comes too early waits
 * a moment for the board to move on, and is tried again then. No thread waits meanwhile, and no
 * board is locked to look after it.
 */
@ApplicationScoped
public class PhaseRetry {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private static final Shares WAITING = new Shares(512, 64, 64);

  private final Boards boards;
  private final Duration patience;
  private final FairShareLimiter waiting =
      new FairShareLimiter("requests that wait for a phase", WAITING, 1);

  PhaseRetry(Boards boards, BoardsConfig config) {
    this.boards = boards;
    this.patience = config.phasePatience();
  }

  /**
   * Tries something on a board; while it is too early, again whenever the board has moved on. In
   * the end its refusal is the outcome, and at once when many of the session wait already.
   */
  public <T> Uni<T> retryWhileEarly(UUID sessionId, Uni<T> attempt) {
    return patience.isZero()
        ? attempt
        : attempt
            .onFailure(PhaseRetry::isEarly)
            .recoverWithUni(early -> againWithinShare(sessionId, attempt, early));
  }

  /** Each that waits asks the database several times. */
  private <T> Uni<T> againWithinShare(UUID sessionId, Uni<T> attempt, Throwable early) {
    String session = sessionId.toString();
    try {
      Permit permit = waiting.acquire(new Requester(session, session), 1);
      return again(sessionId, attempt).onTermination().invoke(permit::close);
    } catch (ProblemException beyondShare) {
      return Uni.createFrom().failure(early);
    }
  }

  /** Tries something that blocks, such as a transaction; each attempt has a worker thread. */
  public <T> Uni<T> retryWhileEarly(UUID sessionId, Supplier<T> attempt) {
    return retryWhileEarly(sessionId, onWorker(attempt));
  }

  /** The same for what answers nothing. */
  public Uni<Void> retryWhileEarly(UUID sessionId, Runnable attempt) {
    return retryWhileEarly(
        sessionId,
        () -> {
          attempt.run();
          return null;
        });
  }

  /**
   * Where the board stands is read before the attempt: what becomes known during it is not waited
   * for.
   */
  private <T> Uni<T> again(UUID sessionId, Uni<T> attempt) {
    return onWorker(() -> standing(sessionId))
        .chain(
            known ->
                attempt
                    .onFailure(PhaseRetry::isEarly)
                    .recoverWithUni(
                        early ->
                            awaitCondition(() -> !standing(sessionId).equals(known))
                                .chain(
                                    moved ->
                                        moved
                                            ? again(sessionId, attempt)
                                            : Uni.createFrom().failure(early))));
  }

  private Optional<Standing> standing(UUID sessionId) {
    return boards.find(sessionId).map(board -> new Standing(board.phase(), board.breakId()));
  }

  private record Standing(Phase phase, UUID breakId) {}

  /** Looks every now and then, on a worker thread; false when patience ends. */
  Uni<Boolean> awaitCondition(Supplier<Boolean> condition) {
    if (patience.isZero()) {
      return Uni.createFrom().item(false);
    }
    return onWorker(condition)
        .onItem()
        .transformToUni(
            holds -> holds ? Uni.createFrom().item(true) : Uni.createFrom().failure(new NotYet()))
        .onFailure(NotYet.class)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .expireIn(patience.toMillis())
        .onFailure(PhaseRetry::isNotYet)
        .recoverWithItem(false);
  }

  private static <T> Uni<T> onWorker(Supplier<T> blocking) {
    return Uni.createFrom().item(blocking).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static boolean isEarly(Throwable failure) {
    return failure instanceof ProblemException refusal && refusal.isRetryable();
  }

  /** When time is up, it comes wrapped. */
  private static boolean isNotYet(Throwable failure) {
    return failure instanceof NotYet || failure.getCause() instanceof NotYet;
  }

  private static final class NotYet extends RuntimeException {
    NotYet() {
      super(null, null, false, false);
    }
  }
}

package microstorm.idea.early;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Phase;
import microstorm.web.problem.ProblemException;
import microstorm.web.share.FairShareLimiter;
import microstorm.web.share.Permit;
import microstorm.web.share.Shares;
import microstorm.web.token.Requester;

/**
 * Retries requests that arrive before the event that permits them. A phase begins in
 * session-service, or a break ends, and the event arrives here some milliseconds later. In that
 * time a client may already know of the change and act on it, and must not be refused. An early
 * request waits until the board changes, and is then tried again. While it waits, it occupies no
 * thread and locks no board.
 */
@ApplicationScoped
public class PhaseRetry {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private static final Shares WAITING_SHARES = new Shares(512, 64, 64);

  private final Boards boards;
  private final Duration patience;
  private final FairShareLimiter waiting =
      new FairShareLimiter("requests that wait for a phase", WAITING_SHARES, 1);

  PhaseRetry(Boards boards, BoardsConfig config) {
    this.boards = boards;
    this.patience = config.phasePatience();
  }

  /**
   * Tries something on a board. While it is too early, tries it again after each change of phase or
   * break. Fails with its refusal when the time is up, or at once when many requests of the session
   * wait already.
   */
  public <T> Uni<T> retryWhileEarly(UUID sessionId, Uni<T> attempt) {
    return patience.isZero()
        ? attempt
        : attempt
            .onFailure(PhaseRetry::isEarly)
            .recoverWithUni(early -> retryWithinShare(sessionId, attempt, early));
  }

  /**
   * The share bounds the queries of waiting requests: each of them queries the database several
   * times.
   */
  private <T> Uni<T> retryWithinShare(UUID sessionId, Uni<T> attempt, Throwable early) {
    String session = sessionId.toString();
    try {
      Permit permit = waiting.acquire(new Requester(session, session), 1);
      return retryAfterChange(sessionId, attempt).onTermination().invoke(permit::close);
    } catch (ProblemException beyondShare) {
      return Uni.createFrom().failure(early);
    }
  }

  /**
   * Continues after a first attempt that blocked and was early. Each further attempt gets a worker
   * thread.
   *
   * @param early the refusal of the first attempt
   */
  <T> Uni<T> repeatAfterChange(UUID sessionId, Supplier<T> attempt, ProblemException early) {
    return patience.isZero()
        ? Uni.createFrom().failure(early)
        : retryWithinShare(sessionId, onWorker(attempt), early);
  }

  /**
   * Reads the state of the board before the attempt. A change that arrives during the attempt then
   * ends the wait at once.
   */
  private <T> Uni<T> retryAfterChange(UUID sessionId, Uni<T> attempt) {
    return onWorker(() -> stateOf(sessionId))
        .chain(
            known ->
                attempt
                    .onFailure(PhaseRetry::isEarly)
                    .recoverWithUni(
                        early ->
                            awaitCondition(() -> !stateOf(sessionId).equals(known))
                                .chain(
                                    moved ->
                                        moved
                                            ? retryAfterChange(sessionId, attempt)
                                            : Uni.createFrom().failure(early))));
  }

  private Optional<KnownState> stateOf(UUID sessionId) {
    return boards.find(sessionId).map(board -> new KnownState(board.phase(), board.breakId()));
  }

  private record KnownState(Phase phase, UUID breakId) {}

  /** Checks the condition repeatedly on a worker thread; false when the time is up. */
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

  /** The time limit wraps the failure. */
  private static boolean isNotYet(Throwable failure) {
    return failure instanceof NotYet || failure.getCause() instanceof NotYet;
  }

  private static final class NotYet extends RuntimeException {
    NotYet() {
      super(null, null, false, false);
    }
  }
}

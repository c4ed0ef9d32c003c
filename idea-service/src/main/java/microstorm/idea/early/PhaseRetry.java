package microstorm.idea.early;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.BoardsConfig;

/**
 * Retries requests that arrive before the event that permits them. A phase begins in
 * session-service, or a break ends, and the event arrives here some milliseconds later. In that
 * time a client may already know of the change and act on it, and must not be refused. An early
 * request waits until the board changes, and is then tried again. While it waits, it occupies no
 * thread and no running place, and locks no board.
 */
@ApplicationScoped
public class PhaseRetry {

  private final EarlyWaits waits;
  private final Duration patience;

  PhaseRetry(EarlyWaits waits, BoardsConfig config) {
    this.waits = waits;
    this.patience = config.phasePatience();
  }

  /**
   * Tries something on a board. While it is too early, tries it again after each change of phase or
   * break. Fails with its refusal when the time is up, or at once when many requests of the client
   * or its team wait already. Stops when the client closes the connection.
   */
  public <T> Uni<T> retryWhileEarly(EarlyClient client, UUID sessionId, Uni<T> attempt) {
    return attempt
        .onFailure(PhaseRetry::isEarly)
        .recoverWithUni(early -> retry(client, sessionId, attempt, early));
  }

  /**
   * Continues after a first attempt that blocked and was early. Each further attempt gets a worker
   * thread.
   *
   * @param early the refusal of the first attempt
   */
  <T> Uni<T> repeatAfterChange(
      EarlyClient client, UUID sessionId, Supplier<T> attempt, ProblemException early) {
    Uni<T> onWorker =
        Uni.createFrom().item(attempt).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return retry(client, sessionId, onWorker, early);
  }

  /**
   * Reads the state of the board before the next attempt. A change that arrives during that attempt
   * then ends the wait at once.
   */
  private <T> Uni<T> retry(EarlyClient client, UUID sessionId, Uni<T> attempt, Throwable early) {
    return patience.isZero()
        ? Uni.createFrom().failure(early)
        : waits.within(
            client,
            () -> retryWhen(client, sessionId, state -> true, attempt, early),
            () -> Uni.createFrom().failure(early));
  }

  private <T> Uni<T> retryWhen(
      EarlyClient client,
      UUID sessionId,
      Predicate<Optional<BoardState>> condition,
      Uni<T> attempt,
      Throwable early) {
    return waits
        .next(client, sessionId, condition)
        .onFailure(TimeoutException.class)
        .transform(late -> early)
        .chain(
            known ->
                waits
                    .resume(client)
                    .chain(() -> attempt)
                    .onFailure(PhaseRetry::isEarly)
                    .recoverWithUni(
                        again ->
                            retryWhen(
                                client, sessionId, state -> !state.equals(known), attempt, again)));
  }

  private static boolean isEarly(Throwable failure) {
    return failure instanceof ProblemException refusal && refusal.isRetryable();
  }
}

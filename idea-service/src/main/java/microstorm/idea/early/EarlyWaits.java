package microstorm.idea.early;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.ConnectedClient;
import microstorm.http.share.FairShareLimiter;
import microstorm.http.share.Permit;
import microstorm.http.share.RunningPlace;
import microstorm.http.share.Shares;

/**
 * Limits the requests that wait for a board, for each team and client. A request that waits holds
 * no running place and no thread, and stops when its client closes the connection.
 */
@ApplicationScoped
class EarlyWaits {

  private static final int RETRY_AFTER_SECONDS = 1;

  private final BoardWatch watch;
  private final RunningPlace place;
  private final FairShareLimiter limiter;

  EarlyWaits(BoardWatch watch, RunningPlace place, EarlyConfig config, MeterRegistry meters) {
    this.watch = watch;
    this.place = place;
    this.limiter =
        new FairShareLimiter(
            "requests that wait for a phase",
            new Shares(config.waiting(), config.waitingPerTeam(), config.waitingPerClient()),
            RETRY_AFTER_SECONDS);
    Gauge.builder("microstorm.early.waiting", limiter::taken)
        .description("Requests that wait for a phase or for a new board")
        .register(meters);
  }

  /**
   * Waits within the share of the client.
   *
   * @param beyondShare the result when the client, its team or all together wait with too many
   *     requests already
   */
  <T> Uni<T> within(EarlyClient client, Supplier<Uni<T>> waiting, Supplier<Uni<T>> beyondShare) {
    Permit permit;
    try {
      permit = limiter.acquire(client.requester(), 1);
    } catch (ProblemException noShare) {
      return beyondShare.get();
    }
    return waiting.get().onTermination().invoke(permit::close);
  }

  /**
   * Waits for a state of a board, without a running place.
   *
   * @return fails with a {@link java.util.concurrent.TimeoutException} when the time is up
   */
  Uni<Optional<BoardState>> next(
      EarlyClient client, UUID sessionId, Predicate<Optional<BoardState>> condition) {
    RoutingContext http = client.http();
    place.pause(http);
    return ConnectedClient.await(watch.next(sessionId, condition), http);
  }

  /** Waits for a running place again. */
  Uni<Void> resume(EarlyClient client) {
    return place.resume(client.http());
  }
}

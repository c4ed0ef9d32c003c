package microstorm.http.share;

import io.github.bucket4j.TimeMeter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import microstorm.connections.ClientRates;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;

/**
 * Spaces out the requests of a client that sends faster than its rate. A delayed request holds no
 * thread, so a client that repeats refused requests as fast as it can costs little. A client that
 * pauses leaves no entry in memory.
 */
@ApplicationScoped
class RequestPacer {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final PaceConfig config;
  private final ScheduledExecutorService timer;
  private final ClientRates<Requester> rates;

  @Inject
  RequestPacer(PaceConfig config) {
    this(config, TimeMeter.SYSTEM_NANOTIME, newTimer());
  }

  /** Quarkus's own scheduler refuses delays below a millisecond. */
  private static ScheduledExecutorService newTimer() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "request-pacer");
          thread.setDaemon(true);
          return thread;
        });
  }

  RequestPacer(PaceConfig config, TimeMeter clock, ScheduledExecutorService timer) {
    this.config = config;
    this.timer = timer;
    this.rates =
        new ClientRates<>(
            config.rate(), SECOND, config.burst(), config.patience(), config.clients(), clock);
  }

  /** Takes a turn of this client if its rate permits one now. */
  boolean takeTurn(Requester client) {
    return rates.of(client).tryConsume(1);
  }

  /**
   * Waits for the client's next turn.
   *
   * @return completes at the time of the turn, or fails with a {@link ProblemException} (429) if
   *     the wait would exceed the patience
   */
  CompletableFuture<Void> nextTurn(Requester client) {
    return rates
        .of(client)
        .asScheduler()
        .tryConsume(1, config.patience(), timer)
        .thenAccept(
            granted -> {
              if (!granted) {
                throw tooFast();
              }
            });
  }

  private ProblemException tooFast() {
    return CommonProblem.TOO_MANY_REQUESTS
        .exception(
            ("One client may send at most %d requests per second. Wait %d seconds, then send more"
                    + " slowly.")
                .formatted(config.rate(), retrySeconds()))
        .retryAfter(retrySeconds());
  }

  private int retrySeconds() {
    return (int) Math.max(1, config.patience().toSeconds());
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }

  /** The number of clients in memory. */
  long clients() {
    return rates.clients();
  }
}

package microstorm.idea.snapshot;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.FairShareLimiter;
import microstorm.http.share.Permit;
import microstorm.http.share.Shares;
import microstorm.http.token.Requester;

/**
 * Limits the bytes of boards that wait in memory for their clients: in total, for a team and for a
 * client. A client that reads nothing for a while is cut off. When the total is used up, the
 * clients that have made no progress for the longest time are cut off before any request is
 * refused.
 */
@ApplicationScoped
public class ResponseBudget {

  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int CHECKS_PER_DEADLINE = 4;

  /** A client that reads makes some progress within this time. */
  private static final Duration IDLE_UNDER_PRESSURE = Duration.ofSeconds(1);

  private final Set<PendingResponse> waiting = ConcurrentHashMap.newKeySet();
  private final FairShareLimiter bytes;
  private final ReadLimiterConfig config;
  private final Vertx vertx;
  private final Counter cut;

  ResponseBudget(ReadLimiterConfig config, Vertx vertx, MeterRegistry meters) {
    this.config = config;
    this.vertx = vertx;
    long total = (long) config.megabytesUnread() << 20;
    Shares shares =
        new Shares(total, total * config.teamPercent() / 100, total * config.clientPercent() / 100);
    this.bytes = new FairShareLimiter("unread boards", shares, RETRY_AFTER_SECONDS);
    Gauge.builder("microstorm.boards.unread", bytes::taken)
        .baseUnit("bytes")
        .description("Boards that wait in memory for their clients")
        .register(meters);
    this.cut =
        Counter.builder("microstorm.boards.cut")
            .description("Clients that were cut because they did not read the board they requested")
            .register(meters);
  }

  void start(@Observes StartupEvent event) {
    Duration shortest =
        config.stalled().compareTo(config.slowest()) < 0 ? config.stalled() : config.slowest();
    vertx.setPeriodic(
        Math.max(1, shortest.toMillis() / CHECKS_PER_DEADLINE), timer -> cutStalled());
  }

  /**
   * Refuses a board before it is read when its client could not receive it anyway.
   *
   * @throws ProblemException 429 when the client or its team has used its share of unread bytes
   */
  public void check(Requester requester) {
    bytes.checkShare(requester, 1);
  }

  /**
   * Counts a board until it is released.
   *
   * @param cut closes the connection of the client
   * @throws ProblemException 429 when the client or its team has too much unread, 503 when all
   *     clients together have
   */
  public PendingResponse count(Requester requester, int length, Runnable cut) {
    bytes.checkShare(requester, length);
    while (!bytes.hasRoom(length) && cutMostStalled()) {}
    Permit permit = bytes.acquire(requester, length);
    PendingResponse board = new PendingResponse(permit, cut, waiting::remove, System.nanoTime());
    waiting.add(board);
    return board;
  }

  private boolean cutMostStalled() {
    long now = System.nanoTime();
    Optional<PendingResponse> stalled =
        waiting.stream()
            .filter(board -> board.withoutProgress(now).compareTo(IDLE_UNDER_PRESSURE) > 0)
            .max(Comparator.comparing(board -> board.withoutProgress(now)));
    stalled.ifPresent(this::cut);
    return stalled.isPresent();
  }

  private void cutStalled() {
    long now = System.nanoTime();
    for (PendingResponse board : waiting) {
      if (board.withoutProgress(now).compareTo(config.stalled()) > 0
          || board.age(now).compareTo(config.slowest()) > 0) {
        cut(board);
      }
    }
  }

  private void cut(PendingResponse board) {
    cut.increment();
    board.cut();
  }
}

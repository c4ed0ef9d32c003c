package microstorm.http.share;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;

/**
 * The places of the running requests. After a request its team and client rest: they get the place
 * back later, in proportion to the time for which the request ran. Others can use it at once.
 */
final class RunningPlaces {

  private static final long SHORTEST_REST_NANOS = MILLISECONDS.toNanos(1);

  private final FairShareLimiter total;
  private final FairShareLimiter shares;
  private final int restPercent;
  private final long longestRestNanos;
  private final LongSupplier nanoTime;

  /**
   * Creates places that are free.
   *
   * @param things the name of the requests in a refusal, in the plural
   * @param restPercent the length of a rest, in percent of the time for which the request ran
   * @param longestRest the maximum length of a rest
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  RunningPlaces(
      String things,
      Shares places,
      int retryAfterSeconds,
      int restPercent,
      Duration longestRest,
      LongSupplier nanoTime) {
    long all = places.total();
    this.total = new FairShareLimiter(things, new Shares(all, all, all), retryAfterSeconds);
    this.shares =
        new FairShareLimiter(
            things,
            new Shares(Long.MAX_VALUE, places.perTeam(), places.perClient()),
            retryAfterSeconds);
    this.restPercent = restPercent;
    this.longestRestNanos = longestRest.toNanos();
    this.nanoTime = nanoTime;
  }

  boolean hasRoom(int units) {
    return total.hasRoom(units);
  }

  boolean isWithinShare(Requester requester, int units) {
    return shares.isWithinShare(requester, units);
  }

  boolean isWithinClientShare(Requester requester, int units) {
    return shares.isWithinClientShare(requester, units);
  }

  /**
   * Checks the shares of the client and of its team.
   *
   * @throws ProblemException 429 when the request is beyond one of them
   */
  void checkShare(Requester requester, int units) {
    shares.checkShare(requester, units);
  }

  boolean areFree() {
    return total.taken() == 0 && shares.taken() == 0;
  }

  /**
   * Takes places until the permit is closed.
   *
   * @param change runs a change that frees places, and then starts the requests that have room
   */
  Permit take(Requester requester, int units, Consumer<Runnable> change) {
    Permit room = total.acquire(requester, units);
    Permit share = shares.acquire(requester, units);
    long start = nanoTime.getAsLong();
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        long rest = restNanos(nanoTime.getAsLong() - start);
        if (rest < SHORTEST_REST_NANOS) {
          change.accept(
              () -> {
                room.close();
                share.close();
              });
        } else {
          change.accept(room::close);
          Executor later = CompletableFuture.delayedExecutor(rest, NANOSECONDS);
          later.execute(() -> change.accept(share::close));
        }
      }
    };
  }

  private long restNanos(long ran) {
    return (long) Math.min(longestRestNanos, (double) ran * restPercent / 100);
  }
}

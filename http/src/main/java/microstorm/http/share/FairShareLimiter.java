package microstorm.http.share;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;

/**
 * Divides a capacity among teams and their clients. Each of them gets at most its share, so that
 * the others find room. A team or client that holds nothing may take one amount that is larger than
 * its share, because it could never be served otherwise.
 *
 * <p>The table has an entry only for those that hold something: the total bounds its size.
 */
public final class FairShareLimiter {

  private final String things;
  private final Shares shares;
  private final int retryAfterSeconds;
  private final Map<Object, Long> held = new HashMap<>();
  private long taken;

  /**
   * A capacity that is not in use yet.
   *
   * @param things the name of the amounts in a refusal, in the plural: "open live streams"
   * @param retryAfterSeconds when a refused client should try again
   */
  public FairShareLimiter(String things, Shares shares, int retryAfterSeconds) {
    this.things = things;
    this.shares = shares;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /**
   * Takes an amount until the permit is closed.
   *
   * @throws ProblemException 429 beyond the share of the client or its team, 503 beyond the total
   */
  public synchronized Permit acquire(Requester requester, long amount) {
    checkShare(requester, amount);
    if (!hasRoom(amount)) {
      throw ProblemException.busy(
          "The service has no room for more %s at the moment. Please try again.".formatted(things),
          retryAfterSeconds);
    }
    taken += amount;
    held.merge(requester, amount, Long::sum);
    held.merge(requester.team(), amount, Long::sum);
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        release(requester, amount);
      }
    };
  }

  /**
   * Checks the shares of the client and of its team without taking anything.
   *
   * @throws ProblemException 429 when the amount is beyond one of them
   */
  public synchronized void checkShare(Requester requester, long amount) {
    if (isBeyond(shares.perClient(), requester, amount)) {
      throw tooMany("One client", "yours");
    }
    if (isBeyond(shares.perTeam(), requester.team(), amount)) {
      throw tooMany("One team", "your team's");
    }
  }

  /** Whether the client and its team have that much of their shares left. */
  public synchronized boolean isWithinShare(Requester requester, long amount) {
    return isWithinClientShare(requester, amount)
        && !isBeyond(shares.perTeam(), requester.team(), amount);
  }

  /** Whether the client has that much of its share left; the share of its team does not matter. */
  synchronized boolean isWithinClientShare(Requester requester, long amount) {
    return !isBeyond(shares.perClient(), requester, amount);
  }

  /** The amount that the team holds. */
  synchronized long heldBy(String team) {
    return held.getOrDefault(team, 0L);
  }

  /** Whether the total has room for that much. */
  public synchronized boolean hasRoom(long amount) {
    return missing(amount) <= 0;
  }

  /** How much must be returned before the total has room for that much; 0 or less if it has. */
  synchronized long missing(long amount) {
    return taken == 0 ? 0 : taken + amount - shares.total();
  }

  /** The amount that all teams together hold. */
  public synchronized long taken() {
    return taken;
  }

  /** The number of teams and clients that hold something. */
  synchronized int entries() {
    return held.size();
  }

  private boolean isBeyond(long share, Object holder, long amount) {
    long before = held.getOrDefault(holder, 0L);
    return before > 0 && before + amount > share;
  }

  private ProblemException tooMany(String holder, String whose) {
    return CommonProblem.TOO_MANY_REQUESTS
        .exception(
            ("%s may have no more %s at the same time. Wait until some of %s are finished, then"
                    + " try again.")
                .formatted(holder, things, whose))
        .retryAfter(retryAfterSeconds);
  }

  private synchronized void release(Requester requester, long amount) {
    taken -= amount;
    release(held, requester, amount);
    release(held, requester.team(), amount);
  }

  private static void release(Map<Object, Long> held, Object holder, long amount) {
    held.computeIfPresent(holder, (key, before) -> before == amount ? null : before - amount);
  }
}

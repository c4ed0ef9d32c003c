package microstorm.web.share;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import microstorm.web.Refusal;
import microstorm.web.Requester;

/**
 * A bounded queue in front of a bounded number of running requests. Teams take turns, and no team
 * or client runs more at a time than its share. No thread waits.
 */
final class FairQueue {

  private static final int RETRY_AFTER_SECONDS = 1;

  private final FairShareLimiter running;
  private final FairShareLimiter waiting;
  private final Duration patience;
  private final Map<String, Deque<Turn>> byTeam = new LinkedHashMap<>();

  /**
   * An empty queue.
   *
   * @param things the name of the requests in a refusal, in the plural
   */
  FairQueue(String things, Shares running, Shares waiting, Duration patience) {
    this.running = new FairShareLimiter(things, running, RETRY_AFTER_SECONDS);
    this.waiting = new FairShareLimiter("waiting " + things, waiting, RETRY_AFTER_SECONDS);
    this.patience = patience;
  }

  /** A request that waits, or runs. */
  private record Turn(
      Requester requester, int units, Permit place, CompletableFuture<Permit> granted) {}

  /**
   * Asks for a turn. The permit comes when it is the requester's turn, and must be closed when the
   * request is finished. Cancel the future to leave the queue. It fails with a {@link
   * java.util.concurrent.TimeoutException} when the turn does not come in time.
   *
   * @throws Refusal 429 when the client or its team has too many waiting, 503 when all together do
   */
  CompletableFuture<Permit> enter(Requester requester, int units) {
    Turn turn;
    synchronized (this) {
      if (mayRun(requester, units)) {
        return CompletableFuture.completedFuture(start(requester, units));
      }
      Permit place = waiting.acquire(requester, units);
      turn = new Turn(requester, units, place, new CompletableFuture<>());
      byTeam.computeIfAbsent(requester.team(), team -> new ArrayDeque<>()).add(turn);
    }
    turn.granted
        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete((permit, failure) -> leave(turn));
    return turn.granted;
  }

  /** Whether nothing runs or waits. */
  synchronized boolean isEmpty() {
    return running.taken() == 0 && waiting.taken() == 0 && byTeam.isEmpty();
  }

  private boolean mayRun(Requester requester, int units) {
    return running.hasRoom(units) && running.isWithinShare(requester, units);
  }

  private Permit start(Requester requester, int units) {
    Permit permit = running.acquire(requester, units);
    return () -> {
      permit.close();
      startNext();
    };
  }

  /** Grants as many turns as there is room for, one of each team in turn. */
  private void startNext() {
    for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
      next.get().run();
    }
  }

  /** The grant is made without the lock: whatever depends on it may run at once. */
  private synchronized Optional<Runnable> next() {
    for (Deque<Turn> turns : List.copyOf(byTeam.values())) {
      Iterator<Turn> each = turns.iterator();
      while (each.hasNext()) {
        Turn turn = each.next();
        if (mayRun(turn.requester, turn.units)) {
          each.remove();
          moveBehind(turn.requester.team(), turns);
          Permit permit = start(turn.requester, turn.units);
          return Optional.of(() -> grant(turn, permit));
        }
      }
    }
    return Optional.empty();
  }

  private void moveBehind(String team, Deque<Turn> turns) {
    byTeam.remove(team);
    if (!turns.isEmpty()) {
      byTeam.put(team, turns);
    }
  }

  private static void grant(Turn turn, Permit permit) {
    if (!turn.granted.complete(permit)) {
      permit.close(); // it has left meanwhile
    }
  }

  private synchronized void leave(Turn turn) {
    turn.place.close();
    Deque<Turn> turns = byTeam.get(turn.requester.team());
    if (turns != null && turns.remove(turn) && turns.isEmpty()) {
      byTeam.remove(turn.requester.team());
    }
  }

  /** Why a turn did not come in time: 429 for the requester's own share, 503 for all others. */
  Refusal tooLate(Requester requester, int units) {
    try {
      running.checkShare(requester, units);
      return Refusal.busy("Other requests took too long. Please try again.", RETRY_AFTER_SECONDS);
    } catch (Refusal beyondShare) {
      return beyondShare;
    }
  }
}

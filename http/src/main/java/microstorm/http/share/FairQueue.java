package microstorm.http.share;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.WaitingTurns.Turn;
import microstorm.http.token.Requester;

/**
 * A bounded queue in front of a bounded number of running requests. Teams take turns, a team's
 * clients take turns, and no team or client runs more at a time than its share. No thread waits.
 */
final class FairQueue {

  private static final int RETRY_AFTER_SECONDS = 1;

  private final RunningPlaces running;
  private final FairShareLimiter waiting;
  private final Duration patience;
  private final WaitingTurns turns = new WaitingTurns();

  /**
   * An empty queue.
   *
   * @param things the name of the requests in a refusal, in the plural
   * @param restPercent the length of a team's rest after a request, in percent of the time for
   *     which the request ran
   */
  FairQueue(
      String things,
      Shares running,
      int restPercent,
      Shares waiting,
      Duration patience,
      LongSupplier nanoTime) {
    this.running =
        new RunningPlaces(things, running, RETRY_AFTER_SECONDS, restPercent, patience, nanoTime);
    this.waiting = new FairShareLimiter("waiting " + things, waiting, RETRY_AFTER_SECONDS);
    this.patience = patience;
  }

  /**
   * Requests a turn. The permit comes when it is the requester's turn, and must be closed when the
   * request is finished. Cancel the future to leave the queue. It fails with a {@link
   * java.util.concurrent.TimeoutException} when the turn does not come in time, and with a {@link
   * ProblemException} when a team that waits with less needs the place.
   *
   * @throws ProblemException 429 when the client or its team has too many waiting, 503 when all
   *     together do
   */
  CompletableFuture<Permit> enter(Requester requester, int units) {
    Turn turn;
    List<Turn> displaced = new ArrayList<>();
    try {
      synchronized (this) {
        if (mayRun(requester, units) && !overtakes(requester)) {
          return CompletableFuture.completedFuture(start(requester, units));
        }
        Permit place = place(requester, units, displaced);
        turn = turns.add(requester, units, place);
      }
    } finally {
      displaced.forEach(last -> last.granted().completeExceptionally(noRoom()));
      if (!displaced.isEmpty()) {
        startNext(() -> {}); // one of them may have kept room for itself
      }
    }
    turn.granted()
        .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete((permit, failure) -> leave(turn));
    return turn.granted();
  }

  /** Whether nothing runs, rests or waits. */
  synchronized boolean isEmpty() {
    return running.areFree() && waiting.taken() == 0 && turns.isEmpty();
  }

  private boolean mayRun(Requester requester, int units) {
    return running.hasRoom(units) && running.isWithinShare(requester, units);
  }

  /**
   * Whether a request would start before one that waits for more room, or for more of the same
   * team's share. Without this rule, small requests would keep a large one waiting for ever.
   */
  private boolean overtakes(Requester requester) {
    return firstWithinClientShare(turns.of(requester.team())).isPresent()
        || turns.teams().stream().anyMatch(team -> firstWithinShare(team).isPresent());
  }

  /** A place in the queue. A full queue takes the last places of the team that has the most. */
  private Permit place(Requester requester, int units, List<Turn> displaced) {
    waiting.checkShare(requester, units);
    displaced.addAll(turns.displacedBy(requester, units, waiting::heldBy, waiting.missing(units)));
    displaced.forEach(turns::remove);
    return waiting.acquire(requester, units);
  }

  private Permit start(Requester requester, int units) {
    return running.take(requester, units, this::startNext);
  }

  /**
   * Makes a change and grants as many turns as there is room for then, one of each team in turn. No
   * request can enter in between. The grants are made without the lock, because code that depends
   * on them may run at once.
   */
  private void startNext(Runnable change) {
    List<Runnable> grants = new ArrayList<>();
    synchronized (this) {
      change.run();
      for (Optional<Turn> next = next(); next.isPresent(); next = next()) {
        Turn turn = next.get();
        turns.remove(turn);
        turns.moveToTheEnd(turn.requester().team());
        Permit permit = start(turn.requester(), turn.units());
        grants.add(
            () -> {
              if (!turn.granted().complete(permit)) {
                permit.close(); // the request has left the queue in the meantime
              }
            });
      }
    }
    grants.forEach(Runnable::run);
  }

  /** The next turn that may run. The first one that only lacks room keeps the room for itself. */
  private Optional<Turn> next() {
    return turns.teams().stream()
        .flatMap(team -> firstWithinShare(team).stream())
        .findFirst()
        .filter(turn -> running.hasRoom(turn.units()));
  }

  /** A team's next turn, unless the team's share has no room for it. */
  private Optional<Turn> firstWithinShare(List<Turn> team) {
    return firstWithinClientShare(team)
        .filter(turn -> running.isWithinShare(turn.requester(), turn.units()));
  }

  private Optional<Turn> firstWithinClientShare(List<Turn> team) {
    return team.stream()
        .filter(turn -> running.isWithinClientShare(turn.requester(), turn.units()))
        .findFirst();
  }

  private void leave(Turn turn) {
    boolean waited;
    synchronized (this) {
      waited = turns.remove(turn);
    }
    if (waited) {
      startNext(() -> {}); // it may have kept room for itself
    }
  }

  private static ProblemException noRoom() {
    return ProblemException.busy(
        "Too many requests are waiting. Please try again.", RETRY_AFTER_SECONDS);
  }

  /**
   * The problem for a turn that did not come in time: 429 because of the requester's own share, 503
   * because of the others.
   */
  ProblemException tooLate(Requester requester, int units) {
    try {
      running.checkShare(requester, units);
      return ProblemException.busy(
          "Other requests took too long. Please try again.", RETRY_AFTER_SECONDS);
    } catch (ProblemException beyondShare) {
      return beyondShare;
    }
  }
}

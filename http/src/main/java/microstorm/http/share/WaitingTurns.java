package microstorm.http.share;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import microstorm.http.token.Requester;

/**
 * The order of the waiting requests: teams take turns, and so do the clients of a team. Not
 * thread-safe.
 */
final class WaitingTurns {

  private final Map<String, LinkedList<Turn>> byTeam = new LinkedHashMap<>();

  /**
   * A request that waits.
   *
   * @param round how many requests of the same client were waiting when this one arrived
   * @param place its place in the queue
   * @param granted completes with the permit to run
   */
  record Turn(
      Requester requester,
      int units,
      long round,
      Permit place,
      CompletableFuture<Permit> granted) {}

  /** Adds a request. A client's second request waits behind the first ones of its team. */
  Turn add(Requester requester, int units, Permit place) {
    LinkedList<Turn> turns = byTeam.computeIfAbsent(requester.team(), team -> new LinkedList<>());
    long round = turns.stream().filter(turn -> turn.requester.equals(requester)).count();
    Turn turn = new Turn(requester, units, round, place, new CompletableFuture<>());
    ListIterator<Turn> before = turns.listIterator(turns.size());
    while (before.hasPrevious()) {
      if (before.previous().round <= round) {
        before.next();
        break;
      }
    }
    before.add(turn);
    return turn;
  }

  /** Removes a request and frees its place. Returns false if it does not wait any more. */
  boolean remove(Turn turn) {
    String team = turn.requester.team();
    List<Turn> turns = of(team);
    boolean removed = turns.remove(turn);
    if (removed) {
      turn.place.close();
    }
    if (removed && turns.isEmpty()) {
      byTeam.remove(team);
    }
    return removed;
  }

  /** Moves a team behind all others. */
  void moveToTheEnd(String team) {
    LinkedList<Turn> turns = byTeam.remove(team);
    if (turns != null) {
      byTeam.put(team, turns);
    }
  }

  /** The waiting requests of a team in their order. */
  List<Turn> of(String team) {
    return byTeam.containsKey(team) ? byTeam.get(team) : Collections.emptyList();
  }

  /** The waiting requests of each team, in the order of the teams' turns. */
  Collection<? extends List<Turn>> teams() {
    return byTeam.values();
  }

  /**
   * The requests that must leave the queue to make room for a new one: the last ones of the teams
   * that hold most. The list is empty if there is room already. It is also empty if the service
   * cannot make enough room, because a refused request displaces nobody.
   *
   * @param heldBy what a team holds
   * @param missing what has to become free
   */
  List<Turn> displacedBy(
      Requester requester, int units, ToLongFunction<String> heldBy, long missing) {
    long own = heldBy.applyAsLong(requester.team()) + units;
    Map<String, Long> held = new HashMap<>();
    byTeam.keySet().forEach(team -> held.put(team, heldBy.applyAsLong(team)));
    Map<String, Iterator<Turn>> fromTheEnd = new HashMap<>();
    List<Turn> displaced = new ArrayList<>();
    for (long rest = missing; rest > 0; ) {
      String largest = Collections.max(held.entrySet(), Map.Entry.comparingByValue()).getKey();
      if (own >= held.get(largest)) {
        return List.of();
      }
      Turn last =
          fromTheEnd.computeIfAbsent(largest, team -> byTeam.get(team).descendingIterator()).next();
      displaced.add(last);
      held.merge(largest, (long) -last.units, Long::sum);
      rest -= last.units;
    }
    return displaced;
  }

  boolean isEmpty() {
    return byTeam.isEmpty();
  }
}

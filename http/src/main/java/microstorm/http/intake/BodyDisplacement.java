package microstorm.http.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Chooses the body that makes room for another one, among those that are still arriving. */
final class BodyDisplacement {

  private final Collection<IncomingBody> incoming;
  private final BodyBudget budget;

  BodyDisplacement(Collection<IncomingBody> incoming, BodyBudget budget) {
    this.incoming = incoming;
    this.budget = budget;
  }

  /**
   * The body that is furthest behind the rate that counts under pressure. If none is behind, one of
   * the address that holds most, if that is more than the newcomer's address would hold: clients
   * that send fast and then pause cannot keep all room. Beyond the share of the newcomer's address,
   * only its own bodies make room.
   *
   * @param length of the newcomer's part, for which there is no room
   */
  Optional<IncomingBody> choose(IncomingBody newcomer, int length) {
    long now = System.nanoTime();
    boolean ownOnly = budget.isBeyondShare(newcomer.client(), length);
    Optional<IncomingBody> slow =
        incoming.stream()
            .filter(body -> body != newcomer && !body.isOver() && body.behindUnderPressure(now) > 0)
            .filter(body -> !ownOnly || body.client().equals(newcomer.client()))
            .max(Comparator.comparingLong(body -> body.behindUnderPressure(now)));
    return slow.isPresent() || ownOnly ? slow : ofHeaviest(newcomer, length, now);
  }

  private Optional<IncomingBody> ofHeaviest(IncomingBody newcomer, int length, long now) {
    long own = budget.heldBy(newcomer.client()) + length;
    return incoming.stream()
        .filter(body -> !body.isOver() && body.length() > 0)
        .filter(body -> !body.client().equals(newcomer.client()))
        .filter(body -> budget.heldBy(body.client()) > own)
        .max(
            Comparator.<IncomingBody>comparingLong(body -> budget.heldBy(body.client()))
                .thenComparingLong(body -> body.behindUnderPressure(now)));
  }
}

package microstorm.idea.result;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import microstorm.idea.result.Results.IdeaResult;
import microstorm.idea.result.Results.MeanMark;

/** Orders the ideas of a board by what the group chose, and ranks them. */
final class Ranking {

  private Ranking() {}

  /**
   * The results in an order.
   *
   * @param ideas all ideas in the order of the board, without ranks
   * @param order {@link Results#DOTS}, {@link Results#POSITION} or the id of a criterion
   */
  static Results by(String order, List<IdeaResult> ideas) {
    Function<IdeaResult, Double> value = valueIn(order);
    return ideas.stream().allMatch(idea -> value.apply(idea) == null)
        ? new Results(Results.POSITION, ideas)
        : new Results(order, ranked(ideas, value));
  }

  /** The value that decides the rank of an idea; null when it has none. */
  private static Function<IdeaResult, Double> valueIn(String order) {
    return switch (order) {
      case Results.POSITION -> idea -> null;
      case Results.DOTS -> idea -> idea.dots() == 0 ? null : Double.valueOf(idea.dots());
      default ->
          idea ->
              idea.marks().stream()
                  .filter(mark -> mark.criterionId().toString().equals(order))
                  .map(MeanMark::mean)
                  .findFirst()
                  .orElse(null);
    };
  }

  private static List<IdeaResult> ranked(
      List<IdeaResult> ideas, Function<IdeaResult, Double> value) {
    List<IdeaResult> ranked = new ArrayList<>();
    Double last = null;
    Integer rank = null;
    for (IdeaResult idea :
        ideas.stream().sorted(comparing(value, nullsLast(reverseOrder()))).toList()) {
      Double own = value.apply(idea);
      if (own == null) {
        rank = null;
      } else if (!own.equals(last)) {
        rank = ranked.size() + 1;
      }
      last = own;
      ranked.add(new IdeaResult(idea.ideaId(), rank, idea.dots(), idea.marks()));
    }
    return ranked;
  }
}

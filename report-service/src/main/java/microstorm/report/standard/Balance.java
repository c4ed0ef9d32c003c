package microstorm.report.standard;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How evenly ideas are spread over people: the entropy of their shares, divided by its largest
 * value (Pielou's evenness). It says nothing about who wrote how much.
 */
final class Balance {

  private Balance() {}

  /**
   * From 0, if one person wrote everything, to 1, if everyone wrote equally many. Unknown for fewer
   * than two people and without ideas.
   */
  static OptionalDouble of(List<Integer> ideasByPerson) {
    double all = ideasByPerson.stream().mapToInt(Integer::intValue).sum();
    if (ideasByPerson.size() < 2 || all == 0) {
      return OptionalDouble.empty();
    }
    double entropy =
        ideasByPerson.stream()
            .filter(ideas -> ideas > 0)
            .mapToDouble(ideas -> -(ideas / all) * Math.log(ideas / all))
            .sum();
    return OptionalDouble.of(Math.min(1, entropy / Math.log(ideasByPerson.size())));
  }
}

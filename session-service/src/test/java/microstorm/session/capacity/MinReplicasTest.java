package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The wanted minimum is the needed number of replicas, limited by the operator's minimum and
 * maximum.
 */
class MinReplicasTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        // before: value, operator's, raised to | needed, maximum, taken | wanted: value,
        // operator's, raised to
        "nobody is expected,                    2, -, -, 0, 9, false, 2, -, -",
        "the operator's minimum suffices,       2, -, -, 2, 9, false, 2, -, -",
        "raised,                                2, -, -, 5, 9, false, 5, 2, 5",
        "not raised above the maximum,          2, -, -, 5, 4, false, 4, 2, 4",
        "unchanged,                             5, 2, 5, 5, 9, false, 5, 2, 5",
        "raised further,                        5, 2, 5, 7, 9, false, 7, 2, 7",
        "lowered but still above theirs,        5, 2, 5, 3, 9, false, 3, 2, 3",
        "lowered,                               5, 2, 5, 0, 9, false, 2, -, -",
        "the operator set more,                 6, 2, 5, 5, 9, false, 6, -, -",
        "and even more is needed,               6, 2, 5, 7, 9, false, 7, 6, 7",
        "the operator set less,                 1, 2, 5, 5, 9, false, 5, 1, 5",
        "and nobody is expected,                1, 2, 5, 0, 9, false, 1, -, -",
        "the operator restored theirs,          2, 2, 5, 5, 9, false, 5, 2, 5",
        "the operator set the same,             5, 2, 5, 0, 9, true,  5, -, -",
        "one of two annotations is missing,     5, 2, -, 0, 9, false, 5, -, -",
        "the operator set zero,                 0, -, -, 5, 9, false, 0, -, -",
        "and set zero while raised,             0, 2, 5, 5, 9, false, 0, -, -"
      })
  void theWantedMinimumEqualsTheTable(
      String situation,
      int value,
      Integer operators,
      Integer raisedTo,
      int needed,
      int most,
      boolean taken,
      int wanted,
      Integer remembered,
      Integer noted) {
    assertThat(new MinReplicas(value, operators, raisedTo).wanted(needed, most, taken))
        .isEqualTo(new MinReplicas(wanted, remembered, noted));
  }

  /**
   * In every sequence of needs and of the operator's changes, the minimum is at least the
   * operator's, at most the larger of the operator's minimum and maximum, and the operator's again
   * in the end. A second look changes nothing, so that a new leader can continue.
   */
  @Test
  void theOperatorsMinimumHoldsInEverySequence() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int operators = 1 + random.nextInt(6);
      int most = operators + random.nextInt(6);
      MinReplicas floor = MinReplicas.of(operators);
      for (int step = 0; step < 20; step++) {
        boolean taken = random.nextInt(4) == 0;
        if (taken) {
          operators = 1 + random.nextInt(most);
          floor = new MinReplicas(operators, floor.operators(), floor.raisedTo());
        }
        int needed = random.nextInt(12);
        floor = floor.wanted(needed, most, taken);
        assertThat(floor.value())
            .as("seed %d", seed)
            .isEqualTo(Math.max(operators, Math.min(needed, most)));
        assertThat(floor.wanted(needed, most, false)).as("seed %d", seed).isEqualTo(floor);
      }
      assertThat(floor.wanted(0, most, false))
          .as("seed %d", seed)
          .isEqualTo(MinReplicas.of(operators));
    }
  }
}

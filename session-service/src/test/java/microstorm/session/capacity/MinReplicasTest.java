package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The floor that is wanted: what is needed, between what the operator set and allows. */
class MinReplicasTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        // what is there: value, operator's, raised to | needed, most, taken | wanted: value,
        // operator's, raised to
        "nobody is expected,                    2, -, -, 0, 9, false, 2, -, -",
        "the operator's floor is enough,        2, -, -, 2, 9, false, 2, -, -",
        "raised,                                2, -, -, 5, 9, false, 5, 2, 5",
        "raised no further than is allowed,     2, -, -, 5, 4, false, 4, 2, 4",
        "stays,                                 5, 2, 5, 5, 9, false, 5, 2, 5",
        "raised further,                        5, 2, 5, 7, 9, false, 7, 2, 7",
        "lowered but not to the end,             5, 2, 5, 3, 9, false, 3, 2, 3",
        "lowered,                               5, 2, 5, 0, 9, false, 2, -, -",
        "the operator went above it,            6, 2, 5, 5, 9, false, 6, -, -",
        "and what is needed is above theirs,    6, 2, 5, 7, 9, false, 7, 6, 7",
        "the operator went below it,            1, 2, 5, 5, 9, false, 5, 1, 5",
        "and nobody is expected,                1, 2, 5, 0, 9, false, 1, -, -",
        "the operator put back what they had,   2, 2, 5, 5, 9, false, 5, 2, 5",
        "the operator set the very same,        5, 2, 5, 0, 9, true,  5, -, -",
        "half of what is remembered is gone,    5, 2, -, 0, 9, false, 5, -, -",
        "the operator switched it off,          0, -, -, 5, 9, false, 0, -, -",
        "also while it was raised,              0, 2, 5, 5, 9, false, 0, -, -"
      })
  void isAsTheTableSays(
      String why,
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
   * Whatever is needed when, and whenever the operator sets another floor: it is never below
   * theirs, never above what they allow but for theirs, and theirs again in the end. Looking twice
   * changes nothing, so a new leader goes on where the last one was.
   */
  @Test
  void theOperatorsFloorIsKeptThroughEveryHistory() {
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

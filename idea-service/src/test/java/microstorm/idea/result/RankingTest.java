package microstorm.idea.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.idea.result.Results.IdeaResult;
import microstorm.idea.result.Results.MeanMark;
import org.junit.jupiter.api.Test;

/** The ranks of ideas. */
class RankingTest {

  private static final UUID CRITERION = new UUID(1, 1);

  private static List<IdeaResult> dots(int... dots) {
    return IntStream.range(0, dots.length)
        .mapToObj(i -> new IdeaResult(new UUID(0, i), null, dots[i], List.of()))
        .toList();
  }

  private static List<IdeaResult> means(Double... means) {
    return IntStream.range(0, means.length)
        .mapToObj(
            i ->
                new IdeaResult(
                    new UUID(0, i),
                    null,
                    0,
                    means[i] == null ? List.of() : List.of(new MeanMark(CRITERION, means[i], 3))))
        .toList();
  }

  private static List<Long> order(Results results) {
    return results.ideas().stream().map(idea -> idea.ideaId().getLeastSignificantBits()).toList();
  }

  private static List<Integer> ranks(Results results) {
    return results.ideas().stream().map(IdeaResult::rank).toList();
  }

  @Test
  void equalDotsAreEqualRanksInTheOrderOfTheBoard() {
    Results results = Ranking.by(Results.DOTS, dots(1, 3, 0, 3, 5, 0, 1));
    assertThat(results.order()).isEqualTo("dots");
    assertThat(order(results)).containsExactly(4L, 1L, 3L, 0L, 6L, 2L, 5L);
    assertThat(ranks(results)).isEqualTo(Arrays.asList(1, 2, 2, 4, 4, null, null));
  }

  @Test
  void aCriterionOrdersByItsMeans() {
    Results results = Ranking.by(CRITERION.toString(), means(2.5, null, 4.0, 2.5));
    assertThat(results.order()).isEqualTo(CRITERION.toString());
    assertThat(order(results)).containsExactly(2L, 0L, 3L, 1L);
    assertThat(ranks(results)).isEqualTo(Arrays.asList(1, 2, 2, null));
  }

  @Test
  void withoutAValueTheOrderOfTheBoardStaysAndTheResultsSaySo() {
    for (Results results :
        List.of(
            Ranking.by(Results.DOTS, dots(0, 0)),
            Ranking.by(new UUID(2, 2).toString(), means(1.0, 2.0)),
            Ranking.by(Results.POSITION, dots(1, 2)),
            Ranking.by(Results.DOTS, dots()))) {
      assertThat(results.order()).isEqualTo("position");
      assertThat(order(results)).isSorted();
      assertThat(ranks(results)).allMatch(rank -> rank == null);
    }
  }
}

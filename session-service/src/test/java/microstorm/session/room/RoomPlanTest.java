package microstorm.session.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomPlanTest {

  /** The sizes of groups that cannot be split into rooms of five to seven. */
  private static final Set<Integer> IMPOSSIBLE = Set.of(1, 2, 3, 4, 8, 9);

  private static List<UUID> people(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  private static IntSummaryStatistics sizes(List<List<UUID>> rooms) {
    return rooms.stream().mapToInt(List::size).summaryStatistics();
  }

  @Test
  void everyGroupIsSplitIntoFiveToSevenWherePossible() {
    for (int count = 1; count <= 200; count++) {
      List<UUID> people = people(count);
      List<List<UUID>> rooms = RoomPlan.split(people, 5, 7, count);
      assertThat(rooms.stream().flatMap(List::stream))
          .as("everyone is in one room")
          .containsExactlyInAnyOrderElementsOf(people);
      IntSummaryStatistics sizes = sizes(rooms);
      assertThat(sizes.getMax()).as("largest of %d", count).isLessThanOrEqualTo(7);
      assertThat(sizes.getMax() - sizes.getMin()).as("balance of %d", count).isLessThan(2);
      assertThat(sizes.getMin() >= 5)
          .as("smallest of %d", count)
          .isNotEqualTo(IMPOSSIBLE.contains(count));
    }
  }

  @Test
  void otherSizesHoldWherePossible() {
    for (int least = 1; least <= 10; least++) {
      for (int most = least; most <= 10; most++) {
        for (int count = 1; count <= 200; count++) {
          IntSummaryStatistics sizes = sizes(RoomPlan.split(people(count), least, most, 1));
          assertThat(sizes.getMax()).isLessThanOrEqualTo(most);
          assertThat(sizes.getMin() >= least)
              .as("%d people in rooms of %d to %d", count, least, most)
              .isEqualTo(possible(count, least, most));
        }
      }
    }
  }

  /** Tries every number of rooms. */
  private static boolean possible(int people, int least, int most) {
    return IntStream.rangeClosed(1, people)
        .anyMatch(rooms -> people / rooms >= least && (people + rooms - 1) / rooms <= most);
  }

  @ParameterizedTest
  @CsvSource({"7, 1", "8, 2", "10, 2", "12, 2", "13, 2", "18, 3", "36, 6"})
  void roomsOfMediumSizeArePreferred(int people, int rooms) {
    assertThat(RoomPlan.split(people(people), 5, 7, 1)).hasSize(rooms);
  }

  @Test
  void theSeedDecidesTheRooms() {
    List<UUID> people = people(21);
    assertThat(RoomPlan.split(people, 5, 7, 4)).isEqualTo(RoomPlan.split(people, 5, 7, 4));
    assertThat(RoomPlan.split(people, 5, 7, 4)).isNotEqualTo(RoomPlan.split(people, 5, 7, 5));
  }

  @Test
  void anEmptyGroupNeedsNoRoomAndInvalidSizesAreRefused() {
    assertThat(RoomPlan.split(List.of(), 5, 7, 1)).isEmpty();
    assertThatThrownBy(() -> RoomPlan.split(people(3), 0, 7, 1)).hasMessageContaining("0 to 7");
    assertThatThrownBy(() -> RoomPlan.split(people(3), 5, 4, 1)).hasMessageContaining("5 to 4");
  }
}

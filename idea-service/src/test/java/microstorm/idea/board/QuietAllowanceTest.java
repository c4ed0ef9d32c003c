package microstorm.idea.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The room of a board is divided among its seats by their number alone. */
class QuietAllowanceTest {

  private static final int ROOM = 2_000;
  private static final int MOST = 500;

  @ParameterizedTest
  @CsvSource({"0,333,250", "1,285,214", "6,166,125", "20,76,60", "50,32,32", "200,8,8"})
  void aLargerGroupHasLessRoomForEach(int seats, int each, int later) {
    QuietAllowance allowance = QuietAllowance.of(ROOM, seats, MOST);
    assertThat(allowance.each()).isEqualTo(each);
    assertThat(allowance.later()).isEqualTo(later);
  }

  @ParameterizedTest
  @CsvSource({"0,2000", "3,12", "7,100", "200,2000", "5000,2000", "3,0"})
  void allSeatsTogetherNeverHaveMoreThanTheRoom(int seats, int room) {
    QuietAllowance allowance = QuietAllowance.of(room, seats, MOST);
    int served = Math.min(seats, room / allowance.each());
    int given = served * allowance.each();
    for (int later = 0; later < 10_000; later++) {
      given += allowance.later();
      allowance = allowance.withoutLater();
    }
    assertThat(given).isLessThanOrEqualTo(room);
  }

  @Test
  void forAlongTimeALaterSeatHasRoomToo() {
    QuietAllowance allowance = QuietAllowance.of(ROOM, 6, MOST);
    for (int later = 0; later < 40; later++) {
      assertThat(allowance.later()).isPositive();
      allowance = allowance.withoutLater();
    }
  }

  @Test
  void nobodyHasMoreThanTheMaximumForOnePerson() {
    assertThat(QuietAllowance.of(ROOM, 1, 10).each()).isEqualTo(10);
    assertThat(QuietAllowance.of(ROOM, 1, 10).later()).isEqualTo(10);
  }

  /** Ideas that are collected early are written before most seats are taken. */
  @Test
  void theFirstOfTheExpectedPeopleHaveEqualParts() {
    QuietAllowance allowance = QuietAllowance.of(ROOM, 0, 24, MOST);
    assertThat(allowance).isEqualTo(new QuietAllowance(ROOM / 30, ROOM));
    for (int seat = 0; seat < 20; seat++) {
      assertThat(allowance.later()).isEqualTo(allowance.each());
      allowance = allowance.withoutLater();
    }
  }
}

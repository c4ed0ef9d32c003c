package microstorm.idea.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import jakarta.inject.Inject;
import microstorm.idea.IdeaServiceTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that the clock of a board shows. */
@IdeaServiceTest
class BoardClockTest {

  private static final int FIRST = 5;
  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;

  @Inject Jdbi database;

  private Long number(String phase, boolean overDays, boolean early, int seconds) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select %s from (
                      select cast(:phase as text) as phase, cast(:first as bigint) as clock_seq,
                        clock_timestamp() - make_interval(secs => :seconds) as clock_since,
                        case when :days then now() end as quiet_until, :early as collect_early,
                        false as rooms_open
                    ) as board
                    """
                        .formatted(BoardClock.NUMBER))
                .bind("phase", phase)
                .bind("first", FIRST)
                .bind("seconds", seconds)
                .bind("days", overDays)
                .bind("early", early)
                .mapTo(Long.class)
                .one());
  }

  @ParameterizedTest
  @CsvSource({
    "false, 60,      600_000",
    "false, 86_400,  864_000_000",
    "false, 172_800, 872_640_000",
    "true,  60,      600_000",
    "true,  3_600,   36_000_000",
    "true,  7_200,   39_600_000",
    "true,  86_400,  118_800_000",
    "true,  172_800, 127_440_000"
  })
  void theClockBecomesCoarserWithTime(boolean overDays, String seconds, String expected) {
    long number = number("quiet", overDays, false, Integer.parseInt(seconds.replace("_", "")));
    long tolerance = 20_000; // the time between two readings of the clock, at most 2 s
    assertThat(number)
        .isCloseTo(FIRST + Long.parseLong(expected.replace("_", "")), offset(tolerance));
  }

  /** Positions are numbers, too. */
  @Test
  void thePhasesOfALongSessionFitIntoAPosition() {
    long all =
        number("planned", true, true, 60 * DAY)
            + number("lobby", true, true, 2 * DAY)
            + number("quiet", true, true, 30 * DAY)
            + number("converging", true, true, 5 * DAY);
    assertThat(all).isLessThan(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"planned", "lobby"})
  void beforeTheSessionStartsTheClockRunsOnlyIfPeopleWrite(String phase) {
    assertThat(number(phase, true, true, HOUR)).isGreaterThan(FIRST);
    assertThat(number(phase, true, false, HOUR)).isNull();
    assertThat(number("sharing", true, true, HOUR)).isNull();
  }
}

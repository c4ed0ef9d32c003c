package microstorm.report.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import microstorm.report.course.HappeningKind;
import microstorm.report.course.SessionPhase;
import org.junit.jupiter.api.Test;

class WorkTimeTest {

  private final Held held = new Held().restart().add(0, HappeningKind.LOBBY_OPENED);

  private WorkTime time() {
    return WorkTime.of(held.happenings, held.overDays);
  }

  @Test
  void aBreakDividesTheWork() {
    held.add(5, HappeningKind.QUIET_STARTED)
        .sharing(15, 600)
        .add(30, HappeningKind.BREAK_STARTED)
        .add(36, HappeningKind.BREAK_ENDED)
        .add(56, HappeningKind.CLOSING);
    assertThat(time().longest()).contains(Duration.ofMinutes(25));
    assertThat(time().breaks()).isEqualTo(1);
    assertThat(time().paused()).isEqualTo(Duration.ofMinutes(6));
  }

  @Test
  void theTimeInTheLobbyIsNoWork() {
    held.add(3, HappeningKind.BREAK_STARTED)
        .add(60, HappeningKind.BREAK_ENDED)
        .add(100, HappeningKind.QUIET_STARTED)
        .backTo(110, SessionPhase.LOBBY)
        .add(150, HappeningKind.QUIET_STARTED)
        .add(165, HappeningKind.CLOSING);
    assertThat(time().longest()).contains(Duration.ofMinutes(15));
  }

  @Test
  void goingBackToSharingDoesNotInterruptTheWork() {
    held.add(0, HappeningKind.QUIET_STARTED)
        .sharing(10, 600)
        .add(20, HappeningKind.CONVERGING_STARTED)
        .backTo(22, SessionPhase.SHARING)
        .add(40, HappeningKind.CLOSING);
    assertThat(time().longest()).contains(Duration.ofMinutes(40));
  }

  @Test
  void inASessionOverDaysTheGroupWorksTogetherWhenItShares() {
    held.overDays = true;
    held.add(0, HappeningKind.QUIET_STARTED)
        .sharing(3_000, 180_000)
        .add(3_020, HappeningKind.CLOSING);
    assertThat(time().longest()).contains(Duration.ofMinutes(20));
  }

  @Test
  void nobodyKnowsHowLongAGroupWorkedThatDidNotCloseItsSession() {
    held.add(0, HappeningKind.QUIET_STARTED).sharing(10, 600).closedByItself(730);
    assertThat(time().longest()).isEmpty();
  }
}

package microstorm.session.quiet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Readiness;
import microstorm.session.core.Session;
import microstorm.session.core.Settings;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules for the end of a quiet phase over days. */
class QuietEndTest {

  private static final Instant NOW = Instant.parse("2026-01-02T08:00:00Z");

  private final Session session = new Session();

  private Session until(String length) {
    session.settings = Settings.STANDARD;
    session.phase = Phase.LOBBY;
    session.quietUntil = NOW.plus(Duration.parse(length));
    return session;
  }

  private static void permitted(boolean expected, ThrowingCallable rule) {
    if (expected) {
      assertThatCode(rule).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(rule).isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT-1S,false", "PT4M59S,false", "PT5M,true", "P30D,true", "P30DT1S,false"})
  void aPhaseThatBeginsIsNeitherTooShortNorTooLong(String length, boolean expected) {
    until(length);
    permitted(expected, () -> QuietEnd.requireBeginnable(session, NOW));
    session.plannedAt = NOW;
    permitted(expected, () -> QuietEnd.requirePlannable(session, NOW.minusSeconds(60)));
  }

  @ParameterizedTest
  @CsvSource({"PT0S,false", "PT1S,true", "P400D,true", "P400DT1S,false"})
  void withoutAPlannedBeginningTheEndIsInTheNext400Days(String length, boolean expected) {
    until(length);
    permitted(expected, () -> QuietEnd.requirePlannable(session, NOW));
  }

  @Test
  void aSessionWithMinutesHasNoSuchRules() {
    session.settings = Settings.STANDARD;
    QuietEnd.requireBeginnable(session, NOW);
    QuietEnd.requirePlannable(session, NOW);
  }

  @ParameterizedTest
  @CsvSource({"PT71H,false", "PT72H,true", "PT95H,true", "PT96H,true", "P20D,true"})
  void anEarlierEndLeavesEverybodyADay(String end, boolean expected) {
    until("PT96H").enter(Phase.QUIET, NOW);
    Instant now = NOW.plus(Duration.ofHours(48));
    Instant wanted = NOW.plus(Duration.parse(end));
    permitted(expected, () -> QuietEnd.requireNotice(session, wanted, now));
  }

  /** The control: in a short session only those who are connected are awaited. */
  @Test
  void everybodyWithASeatIsAwaited() {
    Participant here = new Participant(null, session, 0, "Ana");
    Participant away = new Participant(null, session, 1, "Ben");
    here.connected = true;
    here.ready = true;
    List<Participant> people = List.of(here, away);
    assertThat(Readiness.of(session, people).isComplete()).isTrue();
    assertThat(Readiness.of(until("P2D"), people).notReady()).containsExactly(away);
  }

  @Test
  void remindersComeADayAndAnHourBeforeTheEnd() {
    Instant end = NOW.plus(Duration.ofDays(3));
    Instant first = end.minus(Duration.ofHours(24));
    Instant second = end.minus(Duration.ofHours(1));
    int all = Integer.MAX_VALUE;
    assertThat(QuietReminders.next(end, all, NOW)).contains(first);
    assertThat(QuietReminders.next(end, all, first)).contains(first);
    assertThat(QuietReminders.next(end, 24, first)).contains(second);
    assertThat(QuietReminders.next(end, all, first.plusSeconds(1))).contains(second);
    assertThat(QuietReminders.next(end, 1, second)).isEmpty();
    assertThat(QuietReminders.due(end, first.minusSeconds(1))).isEmpty();
    assertThat(QuietReminders.due(end, first)).contains(24);
    assertThat(QuietReminders.due(end, second)).contains(1);
    assertThat(QuietReminders.due(end, end)).isEmpty();
  }
}

package microstorm.session.phase;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Criterion;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import microstorm.session.core.Settings;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every phase change in every phase, compared with a table that is kept by hand. ok: permitted; -:
 * the present phase, for which nothing is checked; otherwise the name of the problem. No condition
 * prevents a change: the session has all that the phases need, and its quiet time is over.
 */
class PhaseTransitionTest {

  private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

  private static Session in(Phase phase) {
    Session session = new Session();
    session.settings = Settings.STANDARD;
    session.problem = "A problem";
    session.criteria = List.of(new Criterion(UUID.randomUUID(), "A criterion"));
    session.phase = phase;
    session.quietEndsAt = NOW;
    return session;
  }

  private static String outcome(Phase from, Phase to) {
    try {
      PhaseTransition.check(in(from), new ChangePhase(to, null, 0), NOW);
      return "ok";
    } catch (ProblemException refusal) {
      return refusal.type().id();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // in | planned, lobby, quiet, sharing, converging, agreeing, closing, closed, cancelled
        "PLANNED    | -              ok             phase-order    phase-order    phase-order    phase-order    phase-order    phase-order    ok",
        "LOBBY      | phase-order    -              ok             phase-order    phase-order    phase-order    phase-order    phase-order    ok",
        "QUIET      | phase-order    phase-order    -              ok             phase-order    phase-order    phase-order    phase-order    ok",
        "SHARING    | phase-order    phase-order    phase-order    -              ok             ok             ok             ok             phase-order",
        "CONVERGING | phase-order    phase-order    phase-order    phase-order    -              ok             ok             ok             phase-order",
        "AGREEING   | phase-order    phase-order    phase-order    phase-order    phase-order    -              ok             ok             phase-order",
        "CLOSING    | session-closed session-closed session-closed session-closed session-closed session-closed -              -              session-closed",
        "CLOSED     | session-closed session-closed session-closed session-closed session-closed session-closed -              -              session-closed",
        "CANCELLED  | session-closed session-closed session-closed session-closed session-closed session-closed session-closed session-closed -",
      })
  void thePhasesHaveAnOrder(Phase from, String row) {
    List<String> expected = Arrays.asList(row.split(" +"));
    SoftAssertions table = new SoftAssertions();
    for (Phase to : Phase.values()) {
      String cell = expected.get(to.ordinal());
      if (!cell.equals("-")) {
        table.assertThat(outcome(from, to)).as("%s -> %s", from, to).isEqualTo(cell);
      }
    }
    table.assertAll();
  }
}

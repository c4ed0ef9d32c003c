package microstorm.idea.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** The complete table of permitted activities by phase and role, and their refusals. */
class ActivityRulesTest {

  private static final List<String> ROLES =
      List.of("facilitator", "participant", "observer", "owner");

  private static Board board(Phase phase, UUID breakId) {
    return new Board(
        UUID.randomUUID(),
        UUID.randomUUID(),
        phase,
        1,
        null,
        true,
        3,
        false,
        breakId,
        0,
        "en",
        false,
        false);
  }

  /** The id of the problem, or ok. */
  private static String outcome(Runnable check) {
    try {
      check.run();
      return "ok";
    } catch (ProblemException refusal) {
      return refusal.type().id();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // the results for a facilitator, a participant, an observer, and the owner
    "WRITE,     ok, ok,              observer, not-a-participant",
    "BUILD,     ok, ok,              observer, not-a-participant",
    "GROUP,     ok, ok,              observer, not-a-participant",
    "CHOOSE,    ok, ok,              observer, not-a-participant",
    "ACT,       ok, ok,              observer, ok",
    "FOLLOW_UP, ok, not-facilitator, not-facilitator, ok",
    "MOVE,      ok, not-facilitator, not-facilitator, ok",
    "MODERATE,  ok, not-facilitator, not-facilitator, ok",
    "ORGANISE,  ok, not-facilitator, not-facilitator, ok"
  })
  void theRolePermitsAnActivityInEveryPhaseOrInNone(
      ActivityRules activity,
      String facilitator,
      String participant,
      String observer,
      String owner) {
    List<String> results = List.of(facilitator, participant, observer, owner);
    assertSoftly(
        softly -> {
          for (String role : ROLES) {
            softly
                .assertThat(outcome(() -> activity.checkRole(role)))
                .as(role)
                .isEqualTo(results.get(ROLES.indexOf(role)));
          }
        });
  }

  /** The event of a step back, or of the next phase, may not have arrived yet. */
  @ParameterizedTest
  @CsvSource({
    "WRITE,    CONVERGING, true",
    "BUILD,    CONVERGING, true",
    "ORGANISE, CANCELLED,  true",
    "CHOOSE,   SHARING,    true",
    "WRITE,    LOBBY,      true",
    "WRITE,    AGREEING,   false",
    "WRITE,    CANCELLED,  false",
    "GROUP,    AGREEING,   false",
    "ORGANISE, CLOSED,     false"
  })
  void aRefusalIsRetryableIfThePhaseMayFollow(
      ActivityRules activity, Phase phase, boolean retryable) {
    assertThatThrownBy(() -> activity.checkPhase(board(phase, null)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.isRetryable()).isEqualTo(retryable));
  }

  /** In a break permitted activities have to wait, and others are refused for their own reason. */
  @ParameterizedTest
  @CsvSource({
    // the results in the phases planned, lobby, quiet, sharing, converging and agreeing
    "WRITE,     not-started, not-started, ok,            ok,            converging,    agreeing",
    "BUILD,     not-started, not-started, quiet,         ok,            converging,    agreeing",
    "GROUP,     not-started, not-started, quiet,         ok,            ok,            agreeing",
    "CHOOSE,    not-started, not-started, diverging,     diverging,     ok,            agreeing",
    "ACT,       not-started, not-started, results-first, results-first, results-first, ok",
    "FOLLOW_UP, not-started, ok,          ok,            ok,            ok,            ok",
    "MOVE,      not-started, not-started, ok,            ok,            ok,            ok",
    "ORGANISE,  ok,          ok,          ok,            ok,            ok,            ok"
  })
  void thePhasePermitsAnActivityUnlessABreakRuns(
      ActivityRules activity,
      String planned,
      String lobby,
      String quiet,
      String sharing,
      String converging,
      String agreeing) {
    List<String> open = List.of(planned, lobby, quiet, sharing, converging, agreeing);
    assertSoftly(
        softly -> {
          for (Phase phase : Phase.values()) {
            String result =
                phase.ordinal() < open.size() ? open.get(phase.ordinal()) : "session-closed";
            softly
                .assertThat(outcome(() -> activity.checkPhase(board(phase, null))))
                .as("%s", phase)
                .isEqualTo(result);
            softly
                .assertThat(outcome(() -> activity.checkPhase(board(phase, UUID.randomUUID()))))
                .as("%s, in a break", phase)
                .isEqualTo(result.equals("ok") ? "break-running" : result);
          }
        });
  }

  /** Content that must not stay cannot wait for the end of a break. */
  @ParameterizedTest
  @CsvSource({
    // the results from the phase planned to the phase cancelled
    "MODERATE,       not-started, not-started, quiet, ok, ok, ok, closed, closed, closed",
    "MODERATE_LATER, not-started, not-started, quiet, ok, ok, ok, ok,     ok,     closed"
  })
  void contentIsRemovedInBreaksTooAndByTheOwnerAfterTheEnd(ArgumentsAccessor row) {
    ActivityRules activity = row.get(0, ActivityRules.class);
    assertSoftly(
        softly -> {
          for (Phase phase : Phase.values()) {
            String result = row.getString(1 + phase.ordinal()).replaceAll("^c", "session-c");
            for (UUID breakId : Arrays.asList(null, UUID.randomUUID())) {
              softly
                  .assertThat(outcome(() -> activity.checkPhase(board(phase, breakId))))
                  .as("%s, break %s", phase, breakId)
                  .isEqualTo(result);
            }
          }
        });
  }
}

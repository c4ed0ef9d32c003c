package microstorm.idea.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.Board;
import microstorm.idea.board.Phase;
import microstorm.idea.viewer.Viewer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roles and phases in which a person may change an action. */
class ActionRulesTest {

  private static final UUID SESSION = UUID.randomUUID();
  private static final UUID PERSON = UUID.randomUUID();

  private static Action action(boolean own, boolean assigned) {
    UUID session = own ? SESSION : UUID.randomUUID();
    UUID seat = assigned ? PERSON : null;
    return new Action(
        UUID.randomUUID(), session, null, 1, "Do it", null, seat, null, "open", null, null);
  }

  private static String outcome(
      String role, Phase phase, boolean shows, Action action, boolean onlyState) {
    Board board =
        new Board(
            SESSION,
            UUID.randomUUID(),
            phase,
            1,
            null,
            false,
            3,
            false,
            null,
            0,
            "en",
            false,
            false);
    try {
      Viewer viewer = new Viewer(PERSON, role, List.of());
      ActionRules.checkChange(viewer, board, shows, action, onlyState);
      return "ok";
    } catch (ProblemException refusal) {
      return refusal.type().id();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // the results for an action of the session, one of another session that is shown, and one that
    // is not; without and with the seat of the person
    "owner,       CLOSED,   ok,             ok,              ok,             ok,              ok",
    "member,      PLANNED,  ok,             ok,              ok,             ok,              ok",
    "facilitator, PLANNED,  not-started,    not-started,     not-started,    not-started,     not-started",
    "facilitator, LOBBY,    ok,             ok,              not-found,      ok,              ok",
    "facilitator, AGREEING, ok,             ok,              not-found,      ok,              ok",
    "facilitator, CLOSED,   session-closed, session-closed,  session-closed, session-closed,  session-closed",
    "participant, SHARING,  results-first,  not-your-action, not-found,      results-first,   not-your-action",
    "participant, AGREEING, ok,             not-your-action, not-found,      ok,              not-your-action",
    "participant, CLOSED,   session-closed, not-your-action, not-found,      session-closed,  not-your-action",
    "observer,    AGREEING, observer,       observer,        observer,       observer,        observer"
  })
  void aChangeOfTheText(
      String role,
      Phase phase,
      String own,
      String shown,
      String hidden,
      String ownAssigned,
      String otherAssigned) {
    assertThat(outcome(role, phase, true, action(true, false), false)).isEqualTo(own);
    assertThat(outcome(role, phase, true, action(false, false), false)).isEqualTo(shown);
    assertThat(outcome(role, phase, false, action(false, false), false)).isEqualTo(hidden);
    assertThat(outcome(role, phase, true, action(true, true), false)).isEqualTo(ownAssigned);
    assertThat(outcome(role, phase, false, action(false, true), false)).isEqualTo(otherAssigned);
  }

  @ParameterizedTest
  @CsvSource({
    "facilitator, PLANNED",
    "facilitator, CLOSED",
    "participant, LOBBY",
    "participant, CLOSED",
  })
  void theAssigneeMayChangeTheStateAtAnyTime(String role, Phase phase) {
    assertThat(outcome(role, phase, false, action(false, true), true)).isEqualTo("ok");
    assertThat(outcome(role, phase, true, action(false, false), true)).isNotEqualTo("ok");
  }
}

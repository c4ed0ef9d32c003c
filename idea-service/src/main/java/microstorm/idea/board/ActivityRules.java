package microstorm.idea.board;

import static microstorm.idea.board.Phase.AGREEING;
import static microstorm.idea.board.Phase.CLOSED;
import static microstorm.idea.board.Phase.CLOSING;
import static microstorm.idea.board.Phase.CONVERGING;
import static microstorm.idea.board.Phase.LOBBY;
import static microstorm.idea.board.Phase.PLANNED;
import static microstorm.idea.board.Phase.QUIET;
import static microstorm.idea.board.Phase.SHARING;

import java.util.Map;
import java.util.Set;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.ProblemType;
import microstorm.http.problem.SharedProblem;
import microstorm.http.token.Caller;
import microstorm.idea.problem.BoardProblem;

/**
 * The activities on a board, with the phases and roles that permit them (docs/architecture.md,
 * "Phases of a session").
 */
public enum ActivityRules {

  /** Writing, changing and withdrawing one's own ideas. */
  WRITE(Set.of(QUIET, SHARING), Role.WRITERS),

  /** Building on the ideas of others and adding topics. */
  BUILD(Set.of(SHARING), Role.WRITERS),

  /** Grouping ideas that belong together. */
  GROUP(Set.of(SHARING, CONVERGING), Role.WRITERS),

  /** Choosing by dots and marks. Nothing may reward or criticise ideas before that. */
  CHOOSE(Set.of(CONVERGING), Role.WRITERS),

  /** Adding and changing actions, with the results in view. */
  ACT(Set.of(AGREEING), Role.ALL_BUT_OBSERVERS),

  /** Changing actions of earlier sessions; often done at the start. */
  FOLLOW_UP(Set.of(LOBBY, QUIET, SHARING, CONVERGING, AGREEING), Role.LEADERS),

  /** Showing one item to everybody. */
  SHOW(Set.of(SHARING, CONVERGING, AGREEING), Role.LEADERS),

  /** Moving ideas. Their text stays. */
  MOVE(Set.of(QUIET, SHARING, CONVERGING, AGREEING), Role.LEADERS),

  /** Taking ideas down, bringing them back and redacting them. */
  MODERATE(Set.of(SHARING, CONVERGING, AGREEING), Role.LEADERS),

  /** The same for the owner, who can do it after the end too. */
  MODERATE_LATER(Set.of(SHARING, CONVERGING, AGREEING, CLOSING, CLOSED), Role.OWNERS),

  /** Adding, changing and ordering topics. */
  ORGANISE(Set.of(PLANNED, LOBBY, QUIET, SHARING, CONVERGING, AGREEING), Role.LEADERS);

  private static final Map<Phase, ProblemType> PROBLEMS =
      Map.of(
          PLANNED,
          SharedProblem.NOT_STARTED,
          LOBBY,
          SharedProblem.NOT_STARTED,
          QUIET,
          BoardProblem.QUIET,
          CONVERGING,
          BoardProblem.CONVERGING,
          AGREEING,
          BoardProblem.AGREEING,
          CLOSING,
          SharedProblem.SESSION_CLOSED,
          CLOSED,
          SharedProblem.SESSION_CLOSED,
          Phase.CANCELLED,
          SharedProblem.SESSION_CLOSED);

  /** The phases to which a group can go back from a phase. */
  private static final Map<Phase, Phase> STEPS_BACK =
      Map.of(LOBBY, PLANNED, QUIET, LOBBY, CONVERGING, SHARING, Phase.CANCELLED, PLANNED);

  private final Set<Phase> phases;
  private final Set<String> roles;

  ActivityRules(Set<Phase> phases, Set<String> roles) {
    this.phases = phases;
    this.roles = roles;
  }

  /**
   * Checks that the role permits this activity in any phase.
   *
   * @throws ProblemException 403 not-facilitator, observer or not-a-participant
   */
  public void checkRole(String role) {
    if (roles.contains(role)) {
      return;
    }
    if (roles == Role.LEADERS) {
      throw SharedProblem.NOT_FACILITATOR.exception();
    }
    throw role.equals(Caller.OBSERVER)
        ? SharedProblem.OBSERVER.exception()
        : SharedProblem.NOT_A_PARTICIPANT.exception();
  }

  /**
   * Checks that the phase permits this activity.
   *
   * @throws ProblemException 409 break-running, diverging, not-started, session-closed, quiet,
   *     converging, agreeing or results-first
   */
  public void checkPhase(Board board) {
    if (!phases.contains(board.phase()) && !isWritingEarly(board)) {
      ProblemException problem = problemIn(board.phase()).exception();
      throw isEarlyIn(board.phase()) ? problem.retryable() : problem;
    }
    if (board.isOnBreak() && !isPossibleInBreaks()) {
      throw SharedProblem.BREAK_RUNNING.exception().retryable();
    }
  }

  private boolean isWritingEarly(Board board) {
    return this == WRITE && board.collectsEarly();
  }

  /** The content that must not stay cannot wait for the end of a break. */
  private boolean isPossibleInBreaks() {
    return this == MODERATE || this == MODERATE_LATER;
  }

  private ProblemType problemIn(Phase phase) {
    if (this == ACT && phase.compareTo(QUIET) >= 0 && phase.compareTo(AGREEING) < 0) {
      return BoardProblem.RESULTS_FIRST;
    }
    if (this == CHOOSE && (phase == QUIET || phase == SHARING)) {
      return BoardProblem.DIVERGING;
    }
    return PROBLEMS.get(phase);
  }

  /**
   * Whether the activity belongs to later phases only, or to the phase to which the group can go
   * back. Such a phase may have begun already, and its event may not have arrived yet.
   */
  private boolean isEarlyIn(Phase phase) {
    return phases.contains(STEPS_BACK.getOrDefault(phase, phase))
        || phases.stream().allMatch(later -> later.compareTo(phase) > 0);
  }

  /** Refuses what has to wait for the end of the quiet phase. */
  public static ProblemException quiet() {
    return BoardProblem.QUIET.exception();
  }

  /** The groups of roles. */
  private static final class Role {
    static final Set<String> LEADERS = Set.of(Caller.OWNER, Caller.MEMBER, Caller.FACILITATOR);
    static final Set<String> OWNERS = Set.of(Caller.OWNER);
    static final Set<String> WRITERS = Set.of(Caller.FACILITATOR, Caller.PARTICIPANT);
    static final Set<String> ALL_BUT_OBSERVERS =
        Set.of(Caller.OWNER, Caller.MEMBER, Caller.FACILITATOR, Caller.PARTICIPANT);
  }
}

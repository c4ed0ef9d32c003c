package microstorm.idea.board;

import static microstorm.idea.board.Phase.CONVERGING;
import static microstorm.idea.board.Phase.LOBBY;
import static microstorm.idea.board.Phase.PLANNED;
import static microstorm.idea.board.Phase.QUIET;
import static microstorm.idea.board.Phase.SHARING;

import java.util.Map;
import java.util.Set;
import microstorm.idea.problem.BoardProblem;
import microstorm.web.Caller;
import microstorm.web.ProblemException;

/**
 * What people do on a board: in which phases, and who (docs/architecture.md, "Phases of a
 * session").
 */
public enum ActivityRules {

  /** To write ideas of one's own, change and withdraw them. */
  WRITE(Set.of(QUIET, SHARING), Role.WRITERS),

  /** To build on what others wrote, and to add topics for it. */
  BUILD(Set.of(SHARING), Role.WRITERS),

  /** To gather ideas that belong together. */
  GROUP(Set.of(SHARING, CONVERGING), Role.WRITERS),

  /** To choose: dots and marks. Whatever rewards or criticises has to wait until then. */
  CHOOSE(Set.of(CONVERGING), Role.WRITERS),

  /** To say who does what until when. */
  ACT(Set.of(SHARING, CONVERGING), Role.ALL_BUT_OBSERVERS),

  /** To report on what an earlier session decided to do; often done at the start. */
  FOLLOW_UP(Set.of(LOBBY, QUIET, SHARING, CONVERGING), Role.ALL_BUT_OBSERVERS),

  /** To put topics up and in order; ideas move with them, their words stay. */
  ORGANISE(Set.of(PLANNED, LOBBY, QUIET, SHARING, CONVERGING), Role.LEADERS);

  private static final Map<Phase, BoardProblem> PROBLEMS =
      Map.of(
          PLANNED,
          BoardProblem.NOT_STARTED,
          LOBBY,
          BoardProblem.NOT_STARTED,
          QUIET,
          BoardProblem.QUIET,
          SHARING,
          BoardProblem.SHARING,
          CONVERGING,
          BoardProblem.CONVERGING,
          Phase.CLOSING,
          BoardProblem.SESSION_CLOSED,
          Phase.CLOSED,
          BoardProblem.SESSION_CLOSED,
          Phase.CANCELLED,
          BoardProblem.SESSION_CLOSED);

  private final Set<Phase> phases;
  private final Set<String> roles;

  ActivityRules(Set<Phase> phases, Set<String> roles) {
    this.phases = phases;
    this.roles = roles;
  }

  /**
   * Checks that this role does it at all, whenever.
   *
   * @throws ProblemException 403 not-facilitator, observer or not-a-participant
   */
  public void checkRole(String role) {
    if (roles.contains(role)) {
      return;
    }
    if (roles == Role.LEADERS) {
      throw BoardProblem.NOT_FACILITATOR.exception();
    }
    throw role.equals(Caller.OBSERVER)
        ? BoardProblem.OBSERVER.exception()
        : BoardProblem.NOT_A_PARTICIPANT.exception();
  }

  /**
   * Checks that the phase allows this.
   *
   * @throws ProblemException 409 break-running, diverging, not-started, session-closed, quiet,
   *     sharing or converging
   */
  public void checkPhase(Board board) {
    if (!phases.contains(board.phase())) {
      boolean diverging = board.phase() == QUIET || board.phase() == SHARING;
      ProblemException problem =
          diverging && this == CHOOSE ? diverging() : PROBLEMS.get(board.phase()).exception();
      throw isEarlyIn(board.phase()) ? problem.retryable() : problem;
    }
    if (board.isOnBreak()) {
      throw BoardProblem.BREAK_RUNNING.exception().retryable();
    }
  }

  /** Whether this comes later in a session's life: its time may just not be known here yet. */
  private boolean isEarlyIn(Phase phase) {
    return phases.stream().allMatch(later -> later.compareTo(phase) > 0);
  }

  /** While the group diverges nothing is rewarded or criticised (the log's second standard). */
  public static ProblemException diverging() {
    return BoardProblem.DIVERGING.exception();
  }

  /** What has to wait until silence is over. */
  public static ProblemException quiet() {
    return BoardProblem.QUIET.exception();
  }

  /** Who does what. */
  private static final class Role {
    static final Set<String> LEADERS = Set.of(Caller.OWNER, Caller.FACILITATOR);
    static final Set<String> WRITERS = Set.of(Caller.FACILITATOR, Caller.PARTICIPANT);
    static final Set<String> ALL_BUT_OBSERVERS =
        Set.of(Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT);
  }
}

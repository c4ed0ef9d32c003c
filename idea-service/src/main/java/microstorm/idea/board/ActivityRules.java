package microstorm.idea.board;

import static microstorm.idea.board.Phase.CONVERGING;
import static microstorm.idea.board.Phase.LOBBY;
import static microstorm.idea.board.Phase.PLANNED;
import static microstorm.idea.board.Phase.QUIET;
import static microstorm.idea.board.Phase.SHARING;

import java.util.Map;
import java.util.Set;
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

  private static final Rule NOT_STARTED =
      new Rule("not-started", "Not started", "The session has not started yet.");
  private static final Rule OVER =
      new Rule("session-closed", "Session closed", "The session is over.");
  private static final Map<Phase, Rule> RULES =
      Map.of(
          PLANNED,
          NOT_STARTED,
          LOBBY,
          NOT_STARTED,
          QUIET,
          new Rule("quiet", "Quiet time", "The group writes in silence: this has to wait."),
          SHARING,
          new Rule("sharing", "Sharing", "The group shares its ideas: this has to wait."),
          CONVERGING,
          new Rule("converging", "Converging", "The group has begun to choose among its ideas."),
          Phase.CLOSING,
          OVER,
          Phase.CLOSED,
          OVER,
          Phase.CANCELLED,
          OVER);

  private final Set<Phase> phases;
  private final Set<String> roles;

  ActivityRules(Set<Phase> phases, Set<String> roles) {
    this.phases = phases;
    this.roles = roles;
  }

  /**
   * Checks that this role does it at all, whenever.
   *
   * @throws ProblemException 409 not-facilitator, observer or not-a-participant
   */
  public void checkRole(String role) {
    if (roles.contains(role)) {
      return;
    }
    if (roles == Role.LEADERS) {
      throw refusal("not-facilitator", "Not a facilitator", "Only a facilitator can do this.");
    }
    throw role.equals(Caller.OBSERVER)
        ? refusal("observer", "Observer", "Observers look on; to take part, join as a participant.")
        : refusal(
            "not-a-participant",
            "Not a participant",
            "An owner's token has no seat in the session; join it to take part.");
  }

  /**
   * Checks that the phase allows this.
   *
   * @throws ProblemException 409 break, diverging, not-started, session-closed, quiet, sharing or
   *     converging
   */
  public void checkPhase(Board board) {
    if (!phases.contains(board.phase())) {
      boolean diverging = board.phase() == QUIET || board.phase() == SHARING;
      ProblemException refusal =
          diverging && this == CHOOSE ? diverging() : RULES.get(board.phase()).refusal();
      throw isEarlyIn(board.phase()) ? refusal.retryable() : refusal;
    }
    if (board.isOnBreak()) {
      throw refusal("break", "Break", "The group is having a break; it goes on afterwards.")
          .retryable();
    }
  }

  /** Whether this comes later in a session's life: its time may just not be known here yet. */
  private boolean isEarlyIn(Phase phase) {
    return phases.stream().allMatch(later -> later.compareTo(phase) > 0);
  }

  /** While the group diverges nothing is rewarded or criticised (the log's second standard). */
  public static ProblemException diverging() {
    return refusal(
        "diverging",
        "Still diverging",
        "While ideas are being found nothing rewards or criticises them; choosing comes later.");
  }

  /** What has to wait until silence is over. */
  public static ProblemException quiet() {
    return RULES.get(QUIET).refusal();
  }

  private static ProblemException refusal(String name, String title, String detail) {
    return new ProblemException(409, name, title, detail);
  }

  private record Rule(String name, String title, String detail) {
    ProblemException refusal() {
      return ActivityRules.refusal(name, title, detail);
    }
  }

  /** Who does what. */
  private static final class Role {
    static final Set<String> LEADERS = Set.of(Caller.OWNER, Caller.FACILITATOR);
    static final Set<String> WRITERS = Set.of(Caller.FACILITATOR, Caller.PARTICIPANT);
    static final Set<String> ALL_BUT_OBSERVERS =
        Set.of(Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT);
  }
}

package microstorm.idea.board;

import java.util.UUID;
import microstorm.web.ProblemException;

/**
 * The board of a session, as far as rules ask for it.
 *
 * @param seq the number of the last change
 * @param logRevision the edition of the team's log it was taken from; null: it never was
 * @param anonymous whether no author may be stored
 * @param votesPerPerson how many dots a person has; 0: the group does not converge
 * @param breakId the break that is running; null: none
 * @param ideas how many ideas were written on it, the withdrawn ones included
 */
public record Board(
    UUID sessionId,
    UUID teamId,
    Phase phase,
    long seq,
    Integer logRevision,
    boolean anonymous,
    int votesPerPerson,
    boolean votesOnOwnIdeas,
    UUID breakId,
    int ideas) {

  /**
   * Whether people make changes that others do not see: ideas that are written in silence, dots and
   * marks until they are counted.
   */
  public boolean hidesChanges() {
    return phase == Phase.QUIET || phase == Phase.CONVERGING;
  }

  /** Whether the group is having a break: everything stands still. */
  public boolean isOnBreak() {
    return breakId != null;
  }

  /**
   * What cannot be seen on it is refused so, be it hidden or absent. Until the group shares, that
   * may have begun elsewhere and not be known here yet.
   */
  public ProblemException unseen(String what) {
    ProblemException refusal = ProblemException.notFound(what);
    return phase.compareTo(Phase.SHARING) < 0 ? refusal.retryable() : refusal;
  }
}

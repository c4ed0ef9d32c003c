package microstorm.idea.board;

import java.util.UUID;
import microstorm.http.problem.ProblemException;

/**
 * The part of a session's board that the rules need.
 *
 * @param seq the number of the last change
 * @param logRevision the edition of the team's log that the board was imported from; null when it
 *     was not imported
 * @param anonymous whether authors must not be stored
 * @param votesPerPerson the number of dots of each person; 0 when the group does not converge
 * @param breakId the running break; null when there is none
 * @param ideas the number of ideas that were written on it, including withdrawn ones
 * @param language the language of hints and placeholders: en or de
 * @param roomsOpen whether the group is split into rooms
 * @param collectsEarly whether people may write now, although the session has not started
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
    int ideas,
    String language,
    boolean roomsOpen,
    boolean collectsEarly) {

  /** An SQL condition on {@code board}: the value of {@code collectsEarly}. */
  public static final String COLLECTS_EARLY = "(collect_early and phase in ('planned', 'lobby'))";

  /**
   * An SQL condition on {@code board}: nobody sees who is connected. When people come and go to
   * write, their presence shows who has just written.
   */
  public static final String HIDES_PRESENCE =
      "(phase = 'quiet' and quiet_until is not null or phase = 'planned' and collect_early)";

  /** Whether people make changes that others do not see. */
  public boolean hidesChanges() {
    return phase.hidesChanges() || collectsEarly || isSplit();
  }

  /** Whether each new idea is hidden from everybody but its author. */
  public boolean hidesNewIdeas() {
    return phase == Phase.QUIET || collectsEarly;
  }

  /** Whether new ideas and groups belong to one room, and the other rooms do not see them. */
  public boolean isSplit() {
    return roomsOpen && phase == Phase.SHARING;
  }

  /** Whether a break is running. */
  public boolean isOnBreak() {
    return breakId != null;
  }

  /**
   * The refusal for an item that is hidden or absent; both look alike. Before the sharing phase it
   * is retryable, because the event that begins that phase may not have arrived yet.
   */
  public ProblemException unseen(String what) {
    ProblemException refusal = ProblemException.notFound(what);
    return phase.compareTo(Phase.SHARING) < 0 ? refusal.retryable() : refusal;
  }
}

package microstorm.idea.board;

import java.util.UUID;

/**
 * The board of a session.
 *
 * @param seq the number of the last change
 * @param logRevision the edition of the team's log it was taken from; null: it never was
 */
public record Board(UUID sessionId, UUID teamId, String phase, long seq, Integer logRevision) {

  /** The phase of a board that takes nothing any more. */
  public static final String CLOSED = "closed";
}

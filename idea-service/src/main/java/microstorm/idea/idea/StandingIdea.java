package microstorm.idea.idea;

import java.util.UUID;
import microstorm.idea.board.Viewer;

/**
 * As much of an idea as the verdict on a post may ask for.
 *
 * @param position its place on the board: the number it was put up with
 * @param edited whether its words are others than those it was put up with
 */
public record StandingIdea(
    UUID id,
    UUID sessionId,
    UUID topicId,
    int depth,
    boolean shared,
    boolean withdrawn,
    byte[] editHash,
    long position,
    String text,
    boolean edited) {

  public boolean isOn(UUID board) {
    return sessionId.equals(board);
  }

  public boolean isBy(Viewer viewer) {
    return viewer.wrote(id, editHash);
  }
}

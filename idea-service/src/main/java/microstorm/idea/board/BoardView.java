package microstorm.idea.board;

import java.util.List;
import java.util.UUID;
import microstorm.idea.link.Link;

/**
 * A board at one moment.
 *
 * @param seq the number of the last change that it shows
 */
public record BoardView(
    UUID sessionId,
    long seq,
    String phase,
    List<Topic> topics,
    List<Idea> ideas,
    List<Link> links,
    Counts counts) {

  /** How many there are of each. */
  public record Counts(int topics, int ideas, int links) {}

  static BoardView of(UUID sessionId, Board board, BoardContent content) {
    return new BoardView(
        sessionId,
        board.seq(),
        board.phase(),
        content.topics(),
        content.ideas(),
        content.links(),
        new Counts(content.topics().size(), content.ideas().size(), content.links().size()));
  }
}

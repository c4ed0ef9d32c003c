package microstorm.idea.board;

import java.util.List;
import microstorm.idea.link.Link;

/** What is on a board, each list in the order of positions. */
public record BoardContent(List<Topic> topics, List<Idea> ideas, List<Link> links) {

  /** A board with nothing on it. */
  public static final BoardContent EMPTY = new BoardContent(List.of(), List.of(), List.of());
}

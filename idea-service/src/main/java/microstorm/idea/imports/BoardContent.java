package microstorm.idea.imports;

import java.util.List;
import microstorm.idea.idea.Idea;
import microstorm.idea.link.Link;
import microstorm.idea.topic.Topic;

/** The content of a board, each list in the order of positions. */
record BoardContent(List<Topic> topics, List<Idea> ideas, List<Link> links) {

  /** The content of an empty board. */
  static final BoardContent EMPTY = new BoardContent(List.of(), List.of(), List.of());
}

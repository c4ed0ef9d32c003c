package microstorm.idea.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.idea.Idea;
import microstorm.idea.link.Link;
import microstorm.idea.topic.Topic;

/** The content of a board, each list in the order of positions. */
record BoardContent(List<Topic> topics, List<Idea> ideas, List<Link> links) {

  /** The content of an empty board. */
  static final BoardContent EMPTY = new BoardContent(List.of(), List.of(), List.of());

  /**
   * The same with placeholders for the content of removed ideas.
   *
   * @param placeholders by the ids of the removed ideas
   */
  BoardContent without(Map<UUID, String> placeholders) {
    return placeholders.isEmpty()
        ? this
        : new BoardContent(
            topics,
            ideas.stream().map(idea -> cover(idea, placeholders.get(idea.id()))).toList(),
            links.stream().filter(link -> !placeholders.containsKey(link.ideaId())).toList());
  }

  private static Idea cover(Idea idea, String placeholder) {
    return placeholder == null
        ? idea
        : new Idea(
            idea.id(), idea.topicId(), idea.parentId(), idea.position(), idea.kind(), placeholder);
  }
}

package microstorm.idea.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.idea.idea.Idea;
import microstorm.idea.link.Link;
import microstorm.idea.topic.Topic;

/**
 * The differences between two versions of a board. The id of an imported idea is derived from its
 * text, so that an idea is added, moved or withdrawn, but never rewritten.
 */
record BoardDiff(
    List<Topic> topicsAdded,
    List<Topic> topicsMoved,
    List<UUID> topicsRemoved,
    List<Idea> ideasAdded,
    List<Idea> ideasMoved,
    List<UUID> ideasWithdrawn,
    List<Link> linksAdded) {

  static BoardDiff between(BoardContent before, BoardContent after) {
    Parts<Topic> topics = Parts.of(before.topics(), after.topics(), Topic::id);
    Parts<Idea> ideas = Parts.of(before.ideas(), after.ideas(), Idea::id);
    Parts<Link> links = Parts.of(before.links(), after.links(), Link::id);
    return new BoardDiff(
        topics.added,
        topics.changed,
        topics.removed,
        ideas.added,
        ideas.changed,
        ideas.removed,
        links.added);
  }

  private record Parts<T>(List<T> added, List<T> changed, List<UUID> removed) {

    static <T> Parts<T> of(List<T> before, List<T> after, Function<T, UUID> id) {
      Map<UUID, T> old = before.stream().collect(Collectors.toMap(id, part -> part));
      List<T> added = new ArrayList<>();
      List<T> changed = new ArrayList<>();
      Set<UUID> kept = new HashSet<>();
      for (T part : after) {
        T was = old.get(id.apply(part));
        kept.add(id.apply(part));
        if (was == null) {
          added.add(part);
        } else if (!was.equals(part)) {
          changed.add(part);
        }
      }
      List<UUID> removed = before.stream().map(id).filter(gone -> !kept.contains(gone)).toList();
      return new Parts<>(added, changed, removed);
    }
  }
}

package microstorm.report.log.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/**
 * The topics and ideas of a session in the order of a log: first the ideas outside topics, then
 * each topic with its ideas and then its subtopics. Every topic and idea is included, even if its
 * parent is missing.
 */
final class Outline {
  /** The section for references that are in no topic. */
  private static final UUID LINKS = new UUID(0, 0);

  /**
   * A topic or an idea; the other is null.
   *
   * @param parentId the topic that contains a topic, or the idea under which an idea is nested;
   *     null at the top level
   * @param depth the depth of a topic, 1 at the top level; 0 for an idea
   */
  record Entry(ParsedTopic topic, ParsedIdea idea, UUID topicId, UUID parentId, int depth) {
    UUID id() {
      return topic != null ? topic.id() : idea.id();
    }
  }

  private final SessionContent content;
  private final Set<UUID> topicIds = new HashSet<>();
  private final Set<UUID> ideaIds = new HashSet<>();
  private final Map<UUID, List<ParsedTopic>> topics = new HashMap<>();
  private final Map<UUID, List<ParsedIdea>> ideasOfTopic = new HashMap<>();
  private final Map<UUID, List<ParsedIdea>> ideasOfIdea = new HashMap<>();
  private final Set<UUID> done = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();

  private Outline(SessionContent content) {
    this.content = content;
    content.topics().forEach(topic -> topicIds.add(topic.id()));
    content.ideas().forEach(idea -> ideaIds.add(idea.id()));
  }

  static List<Entry> of(SessionContent content) {
    return new Outline(content).entries();
  }

  static int topicDepth(List<Entry> entries) {
    return entries.stream().mapToInt(Entry::depth).max().orElse(0);
  }

  private List<Entry> entries() {
    List<ParsedTopic> inOrder = new ArrayList<>(content.topics());
    inOrder.sort(Comparator.comparingInt(ParsedTopic::position));
    UUID links =
        inOrder.stream()
            .filter(t -> Markup.referenceTitle(t.title()))
            .map(ParsedTopic::id)
            .findFirst()
            .orElse(LINKS);
    List<ParsedIdea> ideas = new ArrayList<>(content.ideas());
    ideas.sort(Comparator.comparingInt(ParsedIdea::position));
    ideas.forEach(idea -> place(idea, links));
    if (ideasOfTopic.containsKey(LINKS)) {
      inOrder.add(new ParsedTopic(LINKS, null, Integer.MAX_VALUE, "Ref Links"));
    }
    for (ParsedTopic topic : inOrder) {
      UUID parent = topicIds.contains(topic.parentId()) ? topic.parentId() : null;
      topics.computeIfAbsent(parent, id -> new ArrayList<>()).add(topic);
    }
    walk(ideasOfTopic.getOrDefault(null, List.of()), null);
    walkTopics(topics.getOrDefault(null, List.of()));
    inOrder.stream()
        .filter(topic -> !done.contains(topic.id()))
        .forEach(topic -> walkTopics(List.of(topic)));
    ideas.stream()
        .filter(idea -> !done.contains(idea.id()))
        .forEach(idea -> walk(List.of(idea), null));
    return entries;
  }

  private void place(ParsedIdea idea, UUID links) {
    if (ideaIds.contains(idea.parentId())) {
      ideasOfIdea.computeIfAbsent(idea.parentId(), id -> new ArrayList<>()).add(idea);
      return;
    }
    UUID topic = topicIds.contains(idea.topicId()) ? idea.topicId() : null;
    topic = topic == null && idea.kind() == IdeaKind.REFERENCE ? links : topic;
    ideasOfTopic.computeIfAbsent(topic, id -> new ArrayList<>()).add(idea);
  }

  private void walkTopics(List<ParsedTopic> roots) {
    record Step(ParsedTopic topic, UUID parent, int depth) {}
    Deque<Step> todo = new ArrayDeque<>();
    for (int i = roots.size() - 1; i >= 0; i--) {
      todo.push(new Step(roots.get(i), null, 1));
    }
    while (!todo.isEmpty()) {
      Step step = todo.pop();
      UUID id = step.topic().id();
      if (done.add(id)) {
        entries.add(new Entry(step.topic(), null, id, step.parent(), step.depth()));
        walk(ideasOfTopic.getOrDefault(id, List.of()), id);
        List<ParsedTopic> inside = topics.getOrDefault(id, List.of());
        for (int i = inside.size() - 1; i >= 0; i--) {
          todo.push(new Step(inside.get(i), id, step.depth() + 1));
        }
      }
    }
  }

  private void walk(List<ParsedIdea> roots, UUID topicId) {
    record Step(ParsedIdea idea, UUID parent) {}
    Deque<Step> todo = new ArrayDeque<>();
    for (int i = roots.size() - 1; i >= 0; i--) {
      todo.push(new Step(roots.get(i), null));
    }
    while (!todo.isEmpty()) {
      Step step = todo.pop();
      UUID id = step.idea().id();
      if (done.add(id)) {
        entries.add(new Entry(null, step.idea(), topicId, step.parent(), 0));
        List<ParsedIdea> inside = ideasOfIdea.getOrDefault(id, List.of());
        for (int i = inside.size() - 1; i >= 0; i--) {
          todo.push(new Step(inside.get(i), id));
        }
      }
    }
  }
}

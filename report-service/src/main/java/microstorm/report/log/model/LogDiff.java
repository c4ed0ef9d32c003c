package microstorm.report.log.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import microstorm.report.log.parse.Warnings;

/** Describes in sentences the changes between two editions of a session. */
public final class LogDiff {
  private static final int MAX_SENTENCES = 50;

  private final SessionContent before;
  private final SessionContent after;
  private final List<String> sentences = new ArrayList<>();
  private int more;

  private LogDiff(SessionContent before, SessionContent after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The changes; empty if there are none. An entry that moved up or down only because of another
   * entry is not a change. There are at most 50 sentences and one that counts the rest. Texts are
   * shortened to 80 characters.
   */
  public static List<String> between(SessionContent before, SessionContent after) {
    LogDiff diff = new LogDiff(before, after);
    diff.value("number", before.number(), after.number());
    diff.participants();
    diff.value("problem", before.problem(), after.problem());
    diff.value("summary", before.summary(), after.summary());
    diff.topics();
    diff.ideas();
    if (diff.more > 0) {
      diff.sentences.add("And " + diff.more + " more.");
    }
    return List.copyOf(diff.sentences);
  }

  private void add(String sentence) {
    if (sentences.size() < MAX_SENTENCES) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  private void value(String name, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      if (old == null) {
        add("The " + name + " is now " + format(now) + ".");
      } else if (now == null) {
        add("The " + name + " " + format(old) + " was removed.");
      } else {
        add("The " + name + " changed from " + format(old) + " to " + format(now) + ".");
      }
    }
  }

  private static String format(Object value) {
    return value instanceof String text ? Warnings.quote(text) : value.toString();
  }

  private void participants() {
    Set<String> old = new LinkedHashSet<>(before.participants());
    Set<String> now = new LinkedHashSet<>(after.participants());
    now.stream()
        .filter(name -> !old.contains(name))
        .forEach(name -> add("Participant " + format(name) + " was added."));
    old.stream()
        .filter(name -> !now.contains(name))
        .forEach(name -> add("Participant " + format(name) + " was removed."));
    if (old.equals(now) && !before.participants().equals(after.participants())) {
      add("The participants are listed in another order.");
    }
  }

  private void topics() {
    Map<UUID, ParsedTopic> old = topicsById(before);
    Map<UUID, ParsedTopic> now = topicsById(after);
    for (ParsedTopic topic : now.values()) {
      ParsedTopic was = old.get(topic.id());
      if (was == null) {
        add("Topic " + format(topic.title()) + " was added" + inTopic(now, topic.parentId()) + ".");
      } else {
        if (!was.title().equals(topic.title())) {
          add("Topic " + format(was.title()) + " was renamed to " + format(topic.title()) + ".");
        }
        if (!Objects.equals(was.parentId(), topic.parentId())) {
          add(
              "Topic "
                  + format(topic.title())
                  + " was moved"
                  + to(inTopic(now, topic.parentId()), " to the top")
                  + ".");
        }
      }
    }
    old.values().stream()
        .filter(topic -> !now.containsKey(topic.id()))
        .forEach(
            topic ->
                add(
                    "Topic "
                        + format(topic.title())
                        + " was removed"
                        + from(inTopic(old, topic.parentId()))
                        + "."));
  }

  private void ideas() {
    Map<UUID, ParsedIdea> old = ideasById(before);
    Map<UUID, ParsedIdea> now = ideasById(after);
    Map<UUID, ParsedTopic> oldTopics = topicsById(before);
    Map<UUID, ParsedTopic> nowTopics = topicsById(after);
    Map<String, List<ParsedIdea>> removed = new LinkedHashMap<>();
    old.values().stream()
        .filter(idea -> !now.containsKey(idea.id()))
        .forEach(idea -> removed.computeIfAbsent(key(idea), text -> new ArrayList<>()).add(idea));
    for (ParsedIdea idea : now.values()) {
      List<ParsedIdea> same = removed.get(key(idea));
      ParsedIdea was = old.get(idea.id());
      if (was == null && same != null && !same.isEmpty()) {
        was = same.remove(0);
      }
      if (was == null) {
        add(named(idea) + " was added" + inTopic(nowTopics, idea.topicId()) + ".");
      } else {
        changed(was, idea, nowTopics, now);
      }
    }
    removed
        .values()
        .forEach(
            left ->
                left.forEach(
                    idea ->
                        add(
                            named(idea)
                                + " was removed"
                                + from(inTopic(oldTopics, idea.topicId()))
                                + ".")));
  }

  private void changed(
      ParsedIdea was, ParsedIdea idea, Map<UUID, ParsedTopic> topics, Map<UUID, ParsedIdea> ideas) {
    if (!was.text().equals(idea.text())) {
      add(named(was) + " now reads " + format(idea.text()) + ".");
    }
    if (!Objects.equals(was.topicId(), idea.topicId())) {
      add(
          named(idea)
              + " was moved"
              + to(inTopic(topics, idea.topicId()), " out of its topic")
              + ".");
    } else if (!Objects.equals(was.parentId(), idea.parentId())) {
      ParsedIdea parent = ideas.get(idea.parentId());
      add(
          named(idea)
              + " was moved "
              + (parent == null ? "to the top of its topic" : "under " + format(parent.text()))
              + ".");
    }
  }

  private static String to(String in, String otherwise) {
    return in.isEmpty() ? otherwise : in.replaceFirst("^ in ", " to ");
  }

  private static String from(String in) {
    return in.replaceFirst("^ in ", " from ");
  }

  private static String key(ParsedIdea idea) {
    return idea.kind() + " " + idea.text();
  }

  private static String named(ParsedIdea idea) {
    String kind = idea.kind().name();
    return kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + " " + format(idea.text());
  }

  private static String inTopic(Map<UUID, ParsedTopic> topics, UUID id) {
    ParsedTopic topic = topics.get(id);
    return topic == null ? "" : " in topic " + format(topic.title());
  }

  private static Map<UUID, ParsedTopic> topicsById(SessionContent content) {
    return byId(content.topics(), ParsedTopic::id);
  }

  private static Map<UUID, ParsedIdea> ideasById(SessionContent content) {
    return byId(content.ideas(), ParsedIdea::id);
  }

  private static <T> Map<UUID, T> byId(List<T> elements, Function<T, UUID> id) {
    Map<UUID, T> map = new LinkedHashMap<>();
    elements.forEach(element -> map.put(id.apply(element), element));
    return map;
  }
}

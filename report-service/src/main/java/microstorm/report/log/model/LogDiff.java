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

/** Says in sentences what changed between two editions of a session. */
public final class LogDiff {
  private static final int MOST = 50;

  private final SessionContent before;
  private final SessionContent after;
  private final List<String> sentences = new ArrayList<>();
  private int more;

  private LogDiff(SessionContent before, SessionContent after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What changed; empty if nothing did. That an entry merely moved up or down because of another is
   * no change. At most 50 sentences, then one that counts the rest; texts are shortened to 80
   * characters.
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

  private void say(String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  private void value(String name, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      if (old == null) {
        say("The " + name + " is now " + shown(now) + ".");
      } else if (now == null) {
        say("The " + name + " " + shown(old) + " was removed.");
      } else {
        say("The " + name + " changed from " + shown(old) + " to " + shown(now) + ".");
      }
    }
  }

  private static String shown(Object value) {
    return value instanceof String text ? Warnings.quote(text) : value.toString();
  }

  private void participants() {
    Set<String> old = new LinkedHashSet<>(before.participants());
    Set<String> now = new LinkedHashSet<>(after.participants());
    now.stream()
        .filter(name -> !old.contains(name))
        .forEach(name -> say("Participant " + shown(name) + " was added."));
    old.stream()
        .filter(name -> !now.contains(name))
        .forEach(name -> say("Participant " + shown(name) + " was removed."));
    if (old.equals(now) && !before.participants().equals(after.participants())) {
      say("The participants are listed in another order.");
    }
  }

  private void topics() {
    Map<UUID, ParsedTopic> old = topicsById(before);
    Map<UUID, ParsedTopic> now = topicsById(after);
    for (ParsedTopic topic : now.values()) {
      ParsedTopic was = old.get(topic.id());
      if (was == null) {
        say("Topic " + shown(topic.title()) + " was added" + inTopic(now, topic.parentId()) + ".");
      } else {
        if (!was.title().equals(topic.title())) {
          say("Topic " + shown(was.title()) + " was renamed to " + shown(topic.title()) + ".");
        }
        if (!Objects.equals(was.parentId(), topic.parentId())) {
          say(
              "Topic "
                  + shown(topic.title())
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
                say(
                    "Topic "
                        + shown(topic.title())
                        + " was removed"
                        + from(inTopic(old, topic.parentId()))
                        + "."));
  }

  private void ideas() {
    Map<UUID, ParsedIdea> old = ideasById(before);
    Map<UUID, ParsedIdea> now = ideasById(after);
    Map<UUID, ParsedTopic> oldTopics = topicsById(before);
    Map<UUID, ParsedTopic> nowTopics = topicsById(after);
    Map<String, List<ParsedIdea>> gone = new LinkedHashMap<>();
    old.values().stream()
        .filter(idea -> !now.containsKey(idea.id()))
        .forEach(idea -> gone.computeIfAbsent(key(idea), text -> new ArrayList<>()).add(idea));
    for (ParsedIdea idea : now.values()) {
      List<ParsedIdea> same = gone.get(key(idea));
      ParsedIdea was = old.get(idea.id());
      if (was == null && same != null && !same.isEmpty()) {
        was = same.remove(0);
      }
      if (was == null) {
        say(named(idea) + " was added" + inTopic(nowTopics, idea.topicId()) + ".");
      } else {
        changed(was, idea, nowTopics, now);
      }
    }
    gone.values()
        .forEach(
            left ->
                left.forEach(
                    idea ->
                        say(
                            named(idea)
                                + " was removed"
                                + from(inTopic(oldTopics, idea.topicId()))
                                + ".")));
  }

  private void changed(
      ParsedIdea was, ParsedIdea idea, Map<UUID, ParsedTopic> topics, Map<UUID, ParsedIdea> ideas) {
    if (!was.text().equals(idea.text())) {
      say(named(was) + " now reads " + shown(idea.text()) + ".");
    }
    if (!Objects.equals(was.topicId(), idea.topicId())) {
      say(
          named(idea)
              + " was moved"
              + to(inTopic(topics, idea.topicId()), " out of its topic")
              + ".");
    } else if (!Objects.equals(was.parentId(), idea.parentId())) {
      ParsedIdea parent = ideas.get(idea.parentId());
      say(
          named(idea)
              + " was moved "
              + (parent == null ? "to the top of its topic" : "under " + shown(parent.text()))
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
    return kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + " " + shown(idea.text());
  }

  private static String inTopic(Map<UUID, ParsedTopic> topics, UUID id) {
    ParsedTopic topic = topics.get(id);
    return topic == null ? "" : " in topic " + shown(topic.title());
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

package microstorm.report.log.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/** Sentences about the changes of a session, up to a limit; the rest is counted. */
final class ChangeList {
  private static final int MAX_SENTENCES = 50;

  private final List<String> sentences = new ArrayList<>();
  private int more;

  void add(String sentence) {
    if (sentences.size() < MAX_SENTENCES) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  /** The sentences, and one that counts the rest. */
  List<String> sentences() {
    List<String> all = new ArrayList<>(sentences);
    if (more > 0) {
      all.add("And " + more + " more.");
    }
    return List.copyOf(all);
  }

  /** Says in which topic something is; empty if it is in none. */
  static String inTopic(Map<UUID, ParsedTopic> topics, UUID id) {
    ParsedTopic topic = topics.get(id);
    return topic == null ? "" : " in topic " + Quotation.of(topic.title());
  }

  static String to(String in, String otherwise) {
    return in.isEmpty() ? otherwise : in.replaceFirst("^ in ", " to ");
  }

  static String from(String in) {
    return in.replaceFirst("^ in ", " from ");
  }

  static Map<UUID, ParsedTopic> topicsById(SessionContent content) {
    return byId(content.topics(), ParsedTopic::id);
  }

  /** The elements by id, in their order. */
  static <T> Map<UUID, T> byId(List<T> elements, Function<T, UUID> id) {
    Map<UUID, T> map = new LinkedHashMap<>();
    elements.forEach(element -> map.put(id.apply(element), element));
    return map;
  }
}

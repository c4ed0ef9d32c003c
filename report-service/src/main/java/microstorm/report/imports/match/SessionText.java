package microstorm.report.imports.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.http.Secrets;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/**
 * The text of a session below its number, title and date, for comparison with that of another one.
 *
 * @param hash equal if the texts are
 * @param lines the weight of each entry, by a hash of the entry
 * @param weight the sum of all weights
 * @param entries the number of entries
 */
public record SessionText(String hash, Map<Long, Integer> lines, long weight, int entries) {

  /** The entries and characters that a text must have to identify a session on its own. */
  private static final int ENTRIES = 3;

  private static final int CHARACTERS = 100;

  /** Longer entries do not count more than this. */
  private static final int HEAVIEST = 200;

  /** The text of a session. */
  public static SessionText of(SessionContent content) {
    Builder builder = new Builder();
    content.participants().forEach(name -> builder.all.append(name).append('\0'));
    builder.field(content.problem());
    builder.field(content.summary());
    builder.entries(content);
    return new SessionText(
        HexFormat.of().formatHex(Secrets.hash(builder.all.toString())),
        builder.lines,
        builder.weight,
        builder.count);
  }

  boolean isEmpty() {
    return entries == 0;
  }

  /** Whether the text is long enough to identify a session on its own. */
  boolean isSubstantial() {
    return entries >= ENTRIES && weight >= CHARACTERS;
  }

  /** The common part of two texts: 0 to 1 (Dice's coefficient, weighted by length). */
  double similarity(SessionText other) {
    if (weight + other.weight == 0) {
      return 0;
    }
    Map<Long, Integer> few = lines.size() < other.lines.size() ? lines : other.lines;
    Map<Long, Integer> many = few == lines ? other.lines : lines;
    long common = 0;
    for (Map.Entry<Long, Integer> line : few.entrySet()) {
      common += Math.min(line.getValue(), many.getOrDefault(line.getKey(), 0));
    }
    return 2.0 * common / (weight + other.weight);
  }

  private static final class Builder {
    private final StringBuilder all = new StringBuilder();
    private final Map<Long, Integer> lines = new HashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private long weight;
    private int count;

    void field(String text) {
      all.append('\0');
      if (text != null) {
        add(text);
      }
    }

    /** Topics and entries in the order of the log; a place stands for an id. */
    void entries(SessionContent content) {
      List<Object> parts = new ArrayList<>(content.topics());
      parts.addAll(content.ideas());
      parts.sort(Comparator.comparingInt(Builder::position));
      for (Object part : parts) {
        if (part instanceof ParsedTopic topic) {
          nested("#", topic.id(), null, topic.parentId());
          add(topic.title());
        } else if (part instanceof ParsedIdea idea) {
          nested(idea.kind().name(), idea.id(), idea.topicId(), idea.parentId());
          add(idea.text());
          count++;
        }
      }
    }

    private static int position(Object part) {
      return part instanceof ParsedTopic topic ? topic.position() : ((ParsedIdea) part).position();
    }

    private void nested(String kind, UUID id, UUID topic, UUID parent) {
      places.put(id, places.size());
      all.append(kind).append(places.get(topic)).append('/').append(places.get(parent));
    }

    private void add(String text) {
      all.append(text).append('\0');
      int heavy = Math.min(text.length(), HEAVIEST);
      weight += heavy;
      lines.merge(hash(text.strip()), heavy, Integer::sum);
    }

    private static long hash(String text) {
      long hash = text.length();
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      return hash;
    }
  }
}

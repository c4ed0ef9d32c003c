package microstorm.report.imports.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.report.imports.match.Heading;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.imports.match.SessionText;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.outcome.SessionIds;

/**
 * Finds in the sessions of a log what was removed from sessions that are here and not in the log
 * under their date and title. Such a session may be in the log with a correction, and the log still
 * has the words. The ids of ideas are derived from their words, so that these are found although
 * nobody stores them.
 */
final class RemovedElsewhere {

  /** The topics and ideas that are compared for one log. */
  static final long MOST = 2_000_000;

  private final Map<UUID, Map<UUID, SessionText>> texts = new HashMap<>();
  private final Map<UUID, Map<Integer, String>> placeholders = new HashMap<>();
  private final Set<UUID> notCompared = new HashSet<>();
  private final Map<Object, List<Here>> byPart = new HashMap<>();
  private final Map<UUID, Map<UUID, String>> removed;
  private final long most;
  private long compared;

  /**
   * Compares sessions of a log.
   *
   * @param here the sessions that are not in the log under their date and title
   * @param removed the placeholders by session and idea
   * @param most the topics and ideas that are compared
   */
  RemovedElsewhere(
      List<ParsedSession> parsed,
      Iterable<Here> here,
      Map<UUID, Map<UUID, String>> removed,
      long most) {
    this.removed = removed;
    this.most = most;
    for (Here one : here) {
      if (removed.containsKey(one.id())) {
        one.heading()
            .parts()
            .forEach(part -> byPart.computeIfAbsent(part, key -> new ArrayList<>()).add(one));
      }
    }
    parsed.forEach(this::compare);
  }

  /** The texts of a session of the log without what was removed, by the session that is here. */
  Map<UUID, SessionText> texts(UUID parsedId) {
    return texts.getOrDefault(parsedId, Map.of());
  }

  /** The placeholders for the ideas of a session of the log, by their places in its list. */
  Map<Integer, String> placeholders(UUID parsedId) {
    return placeholders.getOrDefault(parsedId, Map.of());
  }

  /** Whether the limit was reached before this session was compared with all others. */
  boolean isNotCompared(UUID parsedId) {
    return notCompared.contains(parsedId);
  }

  /** A correction leaves the number, the title or the date. */
  private void compare(ParsedSession session) {
    Heading heading = new Heading(session.number(), session.title(), session.date());
    Set<Here> near = new LinkedHashSet<>();
    heading.parts().forEach(part -> near.addAll(byPart.getOrDefault(part, List.of())));
    for (Here one : near) {
      compared += session.topics().size() + session.ideas().size();
      if (compared > most) {
        notCompared.add(session.id());
        return;
      }
      compare(session, one.id());
    }
  }

  private void compare(ParsedSession session, UUID here) {
    ParsedSession same = SessionIds.under(here, session);
    List<ParsedIdea> ideas = new ArrayList<>(same.ideas());
    for (int i = 0; i < ideas.size(); i++) {
      String placeholder = removed.get(here).get(ideas.get(i).id());
      if (placeholder != null) {
        ideas.set(i, RemovedContent.cover(ideas.get(i), placeholder));
        placeholders.computeIfAbsent(session.id(), id -> new HashMap<>()).put(i, placeholder);
      }
    }
    if (!ideas.equals(same.ideas())) {
      texts
          .computeIfAbsent(session.id(), id -> new HashMap<>())
          .put(here, SessionText.of(same.with(ideas).content()));
    }
  }
}

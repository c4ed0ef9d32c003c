package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.outcome.RemovedWords;

/**
 * The ideas whose content was removed. An edition of a log that still has it does not bring it
 * back.
 */
@ApplicationScoped
class RemovedContent {

  private final RemovedIdeas removed;

  RemovedContent(RemovedIdeas removed) {
    this.removed = removed;
  }

  /** Sessions with placeholders, and the warnings about the log that quote nothing removed. */
  record Covered(List<RecognizedSession> sessions, List<LogWarning> warnings, int moreWarnings) {}

  /**
   * The sessions with placeholders for the content of removed ideas, and the warnings without those
   * about their sessions, which may quote it. Runs in the caller's transaction.
   */
  Covered cover(ParsedLog log, List<RecognizedSession> sessions) {
    Map<UUID, String> placeholders = placeholders(sessions);
    if (placeholders.isEmpty()) {
      return new Covered(sessions, log.warnings(), log.moreWarnings());
    }
    Set<Integer> covered =
        sessions.stream()
            .map(RecognizedSession::session)
            .filter(session -> hasRemoved(session, placeholders))
            .map(ParsedSession::line)
            .collect(Collectors.toSet());
    List<LogWarning> harmless =
        log.warnings().stream()
            .filter(warning -> !covered.contains(sessionAt(log, warning.line())))
            .toList();
    return new Covered(
        sessions.stream().map(one -> one.with(cover(one.session(), placeholders))).toList(),
        harmless,
        log.moreWarnings() + log.warnings().size() - harmless.size());
  }

  private Map<UUID, String> placeholders(List<RecognizedSession> sessions) {
    Map<UUID, String> placeholders = new HashMap<>();
    sessions.forEach(one -> placeholders.putAll(one.removed()));
    removed
        .of(sessions.stream().map(one -> one.session().id()).toList())
        .values()
        .forEach(placeholders::putAll);
    return placeholders;
  }

  /** The line of the heading of the session that a line belongs to; 0 before all sessions. */
  private static int sessionAt(ParsedLog log, int line) {
    return IntStream.range(0, log.sessions().size())
        .map(i -> log.sessions().get(log.sessions().size() - 1 - i).line())
        .filter(heading -> heading <= line)
        .findFirst()
        .orElse(0);
  }

  private static boolean hasRemoved(ParsedSession session, Map<UUID, String> placeholders) {
    return session.ideas().stream().anyMatch(idea -> placeholders.containsKey(idea.id()));
  }

  private static ParsedSession cover(ParsedSession session, Map<UUID, String> placeholders) {
    if (!hasRemoved(session, placeholders)) {
      return session;
    }
    ParsedSession covered =
        session.with(
            session.ideas().stream()
                .map(idea -> cover(idea, placeholders.get(idea.id())))
                .toList());
    if (session.outcome() == null) {
      return covered;
    }
    RemovedWords words = new RemovedWords();
    session.ideas().stream()
        .filter(idea -> placeholders.containsKey(idea.id()))
        .forEach(idea -> words.add(idea.id(), idea.text()));
    return covered.with(words.without(session.outcome()));
  }

  /** The idea with a placeholder; null means the idea itself. */
  static ParsedIdea cover(ParsedIdea idea, String placeholder) {
    return placeholder == null
        ? idea
        : new ParsedIdea(
            idea.id(), idea.topicId(), idea.parentId(), idea.position(), idea.kind(), placeholder);
  }
}

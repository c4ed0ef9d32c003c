package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * The ideas whose content was removed. An edition of a log that still has it does not bring it
 * back.
 */
@ApplicationScoped
class RemovedContent {

  private final Jdbi database;

  RemovedContent(Jdbi database) {
    this.database = database;
  }

  /**
   * The log with placeholders for the content of removed ideas, and without the warnings about
   * their sessions, which may quote it. Runs in the caller's transaction.
   */
  ParsedLog cover(ParsedLog log) {
    Map<UUID, String> placeholders = placeholders(log);
    if (placeholders.isEmpty()) {
      return log;
    }
    List<LogWarning> harmless =
        log.warnings().stream()
            .filter(warning -> !hasRemoved(sessionAt(log, warning.line()), placeholders))
            .toList();
    return new ParsedLog(
        log.frame(),
        log.sessions().stream().map(session -> cover(session, placeholders)).toList(),
        harmless,
        log.moreWarnings() + log.warnings().size() - harmless.size());
  }

  private Map<UUID, String> placeholders(ParsedLog log) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select idea_id, placeholder from removed_idea where session_id = any(:ids)")
                .bindArray(
                    "ids", UUID.class, log.sessions().stream().map(ParsedSession::id).toList())
                .setMapKeyColumn("idea_id")
                .setMapValueColumn("placeholder")
                .collectInto(new GenericType<Map<UUID, String>>() {}));
  }

  /** The session that a line belongs to; null for a line before all sessions. */
  private static ParsedSession sessionAt(ParsedLog log, int line) {
    return IntStream.range(0, log.sessions().size())
        .mapToObj(i -> log.sessions().get(log.sessions().size() - 1 - i))
        .filter(session -> session.line() <= line)
        .findFirst()
        .orElse(null);
  }

  private static boolean hasRemoved(ParsedSession session, Map<UUID, String> placeholders) {
    return session != null
        && session.ideas().stream().anyMatch(idea -> placeholders.containsKey(idea.id()));
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
    return session.outcome() == null
        ? covered
        : covered.with(session.outcome().without(placeholders.keySet()));
  }

  private static ParsedIdea cover(ParsedIdea idea, String placeholder) {
    return placeholder == null
        ? idea
        : new ParsedIdea(
            idea.id(), idea.topicId(), idea.parentId(), idea.position(), idea.kind(), placeholder);
  }
}

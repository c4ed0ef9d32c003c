package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.report.book.Contents;
import microstorm.report.edition.LogSessions;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.render.LogRenderer;

/**
 * Finds the sessions of a log that were held here, as in a team's own export. Like all sessions of
 * a log, they are identified by date and title. The import leaves them as they are on their boards:
 * importing them would duplicate them.
 */
@ApplicationScoped
class HeldSessions {

  private final LogSessions sessions;
  private final Contents contents;

  HeldSessions(LogSessions sessions, Contents contents) {
    this.sessions = sessions;
    this.contents = contents;
  }

  /**
   * The sessions of a log that were held here.
   *
   * @param sessions with their ids here
   * @param lines the lines of their headings
   * @param warnings for each that differs from its board
   */
  record Found(Map<ParsedSession, UUID> sessions, Set<Integer> lines, List<LogWarning> warnings) {

    boolean has(ParsedSession session) {
      return lines.contains(session.line());
    }
  }

  /**
   * Finds the sessions that were held here.
   *
   * @param imported the ids that the parser derives for sessions that came from a log: they are
   *     never sessions held here
   */
  Found in(ParsedLog log, UUID teamId, Set<UUID> imported) {
    Map<String, Deque<UUID>> held = new HashMap<>();
    sessions
        .held(teamId)
        .forEach(
            one ->
                held.computeIfAbsent(one.identity(), name -> new ArrayDeque<>())
                    .add(one.sessionId()));
    Map<ParsedSession, UUID> found = new LinkedHashMap<>();
    for (ParsedSession session : log.sessions()) {
      Deque<UUID> same = held.get(session.content().identity());
      if (same != null && !same.isEmpty() && !imported.contains(session.id())) {
        found.put(session, same.remove());
      }
    }
    return new Found(
        found,
        found.keySet().stream().map(ParsedSession::line).collect(Collectors.toSet()),
        warnings(found));
  }

  private List<LogWarning> warnings(Map<ParsedSession, UUID> found) {
    Map<UUID, SessionContent> boards = contents.inLog(found.values());
    List<LogWarning> warnings = new ArrayList<>();
    found.forEach(
        (session, id) -> {
          if (!written(session.content()).equals(written(boards.get(id)))) {
            warnings.add(
                new LogWarning(
                    session.line(),
                    "held-here",
                    "This session was held here, and the log describes it differently. The log's"
                        + " text was not imported.",
                    null));
          }
        });
    return warnings;
  }

  private static String written(SessionContent content) {
    return LogRenderer.render(new RenderedSession(content, null));
  }
}

package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.report.event.LogSessionParsed;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionLayout;
import microstorm.report.log.model.SessionOutcome;

/** Brings earlier editions of sessions back, as new revisions with the same content. */
@ApplicationScoped
public class Restorer {

  private final LogSessions sessions;
  private final LogLayouts layouts;
  private final CurrentEditions editions;
  private final LogJson json;

  Restorer(LogSessions sessions, LogLayouts layouts, CurrentEditions editions, LogJson json) {
    this.sessions = sessions;
    this.layouts = layouts;
    this.editions = editions;
    this.json = json;
  }

  /**
   * Restores sessions that are still in the log book.
   *
   * @return the events for the other services
   */
  public List<LogSessionParsed> restore(UUID teamId, List<ReplacedSession> replaced) {
    Map<UUID, LogSessions.Known> known =
        sessions.known(teamId).stream()
            .collect(Collectors.toMap(LogSessions.Known::sessionId, Function.identity()));
    List<LogSessions.Edition> changed = new ArrayList<>();
    List<LogSessions.Edition> all = new ArrayList<>();
    List<ParsedSession> parsed = new ArrayList<>();
    for (ReplacedSession one : replaced) {
      LogSessions.Known now = known.get(one.sessionId());
      if (now == null) {
        continue;
      }
      boolean hasContent = one.content() != null;
      LogSessions.Edition edition = edition(one, now.revision() + (hasContent ? 1 : 0));
      all.add(edition);
      if (hasContent) {
        changed.add(edition);
        parsed.add(session(one.sessionId(), one.content(), one.layout(), one.outcome()));
      }
    }
    sessions.put(teamId, changed);
    layouts.put(all);
    editions.keep(changed, parsed);
    List<LogSessionParsed> events = new ArrayList<>();
    for (int i = 0; i < parsed.size(); i++) {
      events.add(ParsedEvents.of(teamId, changed.get(i).revision(), parsed.get(i)));
    }
    return events;
  }

  private static LogSessions.Edition edition(ReplacedSession one, int revision) {
    return new LogSessions.Edition(
        one.sessionId(),
        one.derivedId() == null ? one.sessionId() : one.derivedId(),
        revision,
        one.digest(),
        one.textHash(),
        one.layout(),
        one.outcome());
  }

  /** A session from its stored parts. */
  public ParsedSession session(UUID id, String content, String layout, String outcome) {
    SessionContent read = json.read(content, SessionContent.class);
    return new ParsedSession(
        id,
        0,
        read.number(),
        read.title(),
        read.date(),
        read.participants(),
        read.problem(),
        read.summary(),
        read.topics(),
        read.ideas(),
        outcome == null ? null : json.read(outcome, SessionOutcome.class),
        json.read(layout, SessionLayout.class));
  }
}

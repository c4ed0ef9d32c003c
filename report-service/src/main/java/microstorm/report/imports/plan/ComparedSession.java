package microstorm.report.imports.plan;

import java.util.UUID;
import microstorm.report.edition.LogSessions;
import microstorm.report.imports.plan.FoundSession.Before;
import microstorm.report.imports.plan.ImportOutcome.Kind;
import microstorm.report.log.model.ParsedSession;

/**
 * A session of a log with its edition and the kind of its change; the kind is null if it is
 * unchanged.
 */
public record ComparedSession(
    RecognizedSession recognized, LogSessions.Edition edition, Kind kind) {

  /** Whether the session is new or has changed. */
  public boolean differs() {
    return kind != null;
  }

  /** Whether the session is new. */
  public boolean isAdded() {
    return kind == Kind.ADDED;
  }

  /** Whether the session was recognized although its number, date or title was corrected. */
  public boolean isMatched() {
    return recognized.match() != null;
  }

  public ParsedSession session() {
    return recognized.session();
  }

  public UUID id() {
    return session().id();
  }

  FoundSession found() {
    ParsedSession session = session();
    FoundSession.Kind found =
        isMatched()
            ? FoundSession.Kind.MATCHED
            : kind == null
                ? FoundSession.Kind.UNCHANGED
                : kind == Kind.ADDED ? FoundSession.Kind.ADDED : FoundSession.Kind.CHANGED;
    return new FoundSession(
        session.id(),
        session.line(),
        found,
        session.number(),
        session.title(),
        session.date(),
        isMatched() ? Before.of(recognized.before()) : null,
        isMatched() ? recognized.match().by() : null,
        reason(),
        isMatched() ? recognized.match().similarity() : null,
        isMatched() ? null : recognized.unclear());
  }

  private String reason() {
    if (isMatched()) {
      return recognized.match().reason();
    }
    return recognized.unclear() == null ? null : recognized.unclear().sentence();
  }
}

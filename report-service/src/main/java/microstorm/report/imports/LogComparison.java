package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.report.book.Contents;
import microstorm.report.imports.ImportOutcome.ImportChange;
import microstorm.report.imports.ImportOutcome.Kind;
import microstorm.report.log.diff.LogDiff;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionContent;

/** Compares the sessions of a parsed log with those of the log book. */
@ApplicationScoped
class LogComparison {

  private static final int CHANGES_LISTED = 500;

  private final Contents contents;
  private final LogJson json;

  LogComparison(Contents contents, LogJson json) {
    this.contents = contents;
    this.json = json;
  }

  /**
   * A session of the log with its edition and the kind of its change; the kind is null if it is
   * unchanged.
   */
  record ComparedSession(ParsedSession session, LogSessions.Edition edition, Kind kind) {

    boolean differs() {
      return kind != null;
    }

    UUID id() {
      return session.id();
    }
  }

  /**
   * The sessions of the log, without those that were held here.
   *
   * @param known the log book before the import
   */
  List<ComparedSession> compare(
      ParsedLog log, Collection<ParsedSession> held, List<LogSessions.Known> known) {
    Map<UUID, LogSessions.Known> byId =
        known.stream().collect(Collectors.toMap(LogSessions.Known::sessionId, Function.identity()));
    List<ComparedSession> sessions = new ArrayList<>();
    for (ParsedSession session : log.sessions()) {
      if (!held.contains(session)) {
        sessions.add(compare(session, byId.get(session.id())));
      }
    }
    return sessions;
  }

  /** A session that could not be imported before counts as changed. */
  private ComparedSession compare(ParsedSession session, LogSessions.Known before) {
    String digest = json.digest(session.content());
    boolean same = before != null && before.digest().equals(digest) && !before.failed();
    int revision = before == null ? 1 : before.revision() + (same ? 0 : 1);
    return new ComparedSession(
        session,
        new LogSessions.Edition(
            session.id(),
            revision,
            digest,
            json.write(session.layout()),
            session.outcome() == null ? null : json.write(session.outcome())),
        same ? null : before == null ? Kind.ADDED : Kind.CHANGED);
  }

  /** How many sessions of the log book are missing from the log. */
  static int absent(List<ComparedSession> sessions, List<LogSessions.Known> known) {
    Set<UUID> mentioned = sessions.stream().map(ComparedSession::id).collect(Collectors.toSet());
    return (int) known.stream().filter(old -> !mentioned.contains(old.sessionId())).count();
  }

  /** The first 500 of these sessions, with the details of their changes. */
  List<ImportChange> changes(List<ComparedSession> differing) {
    List<ComparedSession> listed = differing.stream().limit(CHANGES_LISTED).toList();
    Map<UUID, SessionContent> before =
        contents.of(
            listed.stream()
                .filter(one -> one.kind == Kind.CHANGED)
                .map(ComparedSession::id)
                .toList());
    return listed.stream().map(one -> change(one, before.get(one.id()))).toList();
  }

  private static ImportChange change(ComparedSession one, SessionContent before) {
    List<String> details =
        before == null ? List.of() : LogDiff.between(before, one.session.content());
    return new ImportChange(one.id(), one.session.title(), one.kind, details);
  }
}

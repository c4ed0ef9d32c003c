package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.report.book.Contents;
import microstorm.report.edition.LogJson;
import microstorm.report.edition.LogLayouts;
import microstorm.report.edition.LogSessions;
import microstorm.report.imports.match.SessionText;
import microstorm.report.imports.plan.ImportOutcome.ImportChange;
import microstorm.report.imports.plan.ImportOutcome.Kind;
import microstorm.report.log.diff.LogDiff;
import microstorm.report.log.model.SessionContent;

/** Compares the sessions of a parsed log with those of the log book. */
@ApplicationScoped
class LogComparison {

  private static final int CHANGES_LISTED = 500;

  private final Contents contents;
  private final LogLayouts layouts;
  private final LogJson json;

  LogComparison(Contents contents, LogLayouts layouts, LogJson json) {
    this.contents = contents;
    this.layouts = layouts;
    this.json = json;
  }

  /**
   * The sessions of the log, without those that were held here.
   *
   * @param known the log book before the import
   */
  List<ComparedSession> compare(List<RecognizedSession> recognized, List<LogSessions.Known> known) {
    Map<UUID, LogSessions.Known> byId =
        known.stream().collect(Collectors.toMap(LogSessions.Known::sessionId, Function.identity()));
    List<ComparedSession> sessions = new ArrayList<>();
    for (RecognizedSession one : recognized) {
      sessions.add(compare(one, byId.get(one.session().id())));
    }
    return sessions;
  }

  /** A session that could not be imported before counts as changed. */
  private ComparedSession compare(RecognizedSession one, LogSessions.Known before) {
    SessionContent content = one.session().content();
    String digest = json.digest(content);
    boolean same = before != null && before.digest().equals(digest) && !before.failed();
    int revision = before == null ? 1 : before.revision() + (same ? 0 : 1);
    return new ComparedSession(
        one,
        new LogSessions.Edition(
            one.session().id(),
            one.derivedId(),
            revision,
            digest,
            SessionText.of(content).hash(),
            json.write(one.session().layout()),
            one.session().outcome() == null ? null : json.write(one.session().outcome())),
        same ? null : before == null ? Kind.ADDED : Kind.CHANGED);
  }

  /** The sessions with the same content and another layout: white space and mark-up. */
  Set<UUID> withOtherLayout(List<ComparedSession> sessions) {
    List<ComparedSession> same = sessions.stream().filter(one -> !one.differs()).toList();
    Map<UUID, String> stored = layouts.hashes(same.stream().map(ComparedSession::id).toList());
    Set<UUID> others = new HashSet<>();
    for (ComparedSession one : same) {
      if (!json.hash(one.edition().layout()).equals(stored.get(one.id()))) {
        others.add(one.id());
      }
    }
    return others;
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
                .filter(one -> one.kind() == Kind.CHANGED)
                .map(ComparedSession::id)
                .toList());
    return listed.stream().map(one -> change(one, before.get(one.id()))).toList();
  }

  private static ImportChange change(ComparedSession one, SessionContent before) {
    List<String> details =
        before == null ? List.of() : LogDiff.between(before, one.session().content());
    return new ImportChange(one.id(), one.session().title(), one.kind(), details);
  }
}

package microstorm.report.imports.undo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import microstorm.report.imports.plan.FoundSession;
import microstorm.report.imports.plan.ImportOutcome;
import microstorm.report.imports.plan.ImportOutcome.ImportChange;
import microstorm.report.log.model.ParsedSession;
import org.jdbi.v3.core.Jdbi;

/** Corrects the stored result of an import after a match of it was split. */
@ApplicationScoped
class SplitRecord {

  private final Jdbi database;
  private final StoredJson json;

  SplitRecord(Jdbi database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  private record Stored(String outcome, String found) {}

  /** Replaces a matched session in the result with the new one. */
  void split(UUID importId, UUID sessionId, ParsedSession session) {
    database.useHandle(
        handle -> {
          Stored stored =
              handle
                  .select(
                      "select outcome::text, found::text from log_import where id = ?", importId)
                  .map((row, context) -> new Stored(row.getString(1), row.getString(2)))
                  .one();
          handle.execute(
              "update log_import set outcome = ?::jsonb, found = ?::jsonb where id = ?",
              json.write(
                  outcome(json.read(stored.outcome, ImportOutcome.class), sessionId, session)),
              json.write(found(json.read(stored.found, FoundSession[].class), sessionId, session)),
              importId);
          handle.execute(
              "delete from log_import_session where import_id = ? and session_id = ?",
              importId,
              sessionId);
          handle.execute(
              """
              insert into log_import_session
                (import_id, session_id, revision, ideas, title, added)
              values (?, ?, 1, ?, ?, true)
              """,
              importId,
              session.id(),
              session.ideas().size(),
              session.title());
        });
  }

  private static ImportOutcome outcome(
      ImportOutcome outcome, UUID sessionId, ParsedSession session) {
    List<ImportChange> changes = new ArrayList<>();
    for (ImportChange change : outcome.changes()) {
      changes.add(
          change.sessionId().equals(sessionId)
              ? new ImportChange(session.id(), session.title(), ImportOutcome.Kind.ADDED, List.of())
              : change);
    }
    return new ImportOutcome(
        outcome.added() + 1,
        outcome.changed() - 1,
        outcome.unchanged(),
        outcome.held(),
        outcome.absent() + 1,
        outcome.formChanged(),
        outcome.repaired(),
        changes,
        outcome.warnings(),
        outcome.moreWarnings());
  }

  private static List<FoundSession> found(
      FoundSession[] stored, UUID sessionId, ParsedSession session) {
    List<FoundSession> found = new ArrayList<>();
    for (FoundSession one : stored) {
      found.add(one.sessionId().equals(sessionId) ? one.asAdded(session.id()) : one);
    }
    return found;
  }
}

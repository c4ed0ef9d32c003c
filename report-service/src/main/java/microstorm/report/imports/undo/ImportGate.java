package microstorm.report.imports.undo;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.report.edition.ImportsConfig;
import microstorm.report.edition.ReplacedEditions;
import microstorm.report.edition.UndoableImport;
import microstorm.report.problem.ReportProblem;
import org.jdbi.v3.core.Jdbi;

/** The rules by which an import can be undone. Its methods run in the caller's transaction. */
@ApplicationScoped
class ImportGate {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd 'at' HH:mm 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** An import of the previous version, which keeps nothing for an undo. */
  private static final String CHANGED_LATER =
      """
      select exists (
        select from log_import i
        where i.team_id = ? and i.accepted_at > ?
          and ((i.outcome ->> 'added')::integer + (i.outcome ->> 'changed')::integer > 0
            or (i.outcome ->> 'formChanged')::boolean)
          and not exists (select from log_undo u where u.import_id = i.id))
      """;

  private final Jdbi database;
  private final ReplacedEditions replaced;
  private final ImportsConfig config;
  private final Clock clock;

  ImportGate(Jdbi database, ReplacedEditions replaced, ImportsConfig config, Clock clock) {
    this.database = database;
    this.replaced = replaced;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The import, if this team may still undo it.
   *
   * @throws ProblemException 404; 409 if its time is over or it changed nothing
   */
  UndoableImport undoable(UUID teamId, UUID importId) {
    if (!exists(teamId, importId)) {
      throw ProblemException.notFound("import");
    }
    Optional<UndoableImport> found = replaced.find(importId);
    if (found.isEmpty()) {
      throw refused(
          "The import changed nothing, or what it replaced is not kept any more. Delete the import,"
              + " or import an earlier edition of the log again.");
    }
    if (!clock.instant().isBefore(found.get().acceptedAt().plus(config.undoFor()))) {
      throw refused(
          "The import can be undone until %s only. Delete it, or import an earlier edition of the log again."
              .formatted(TIME.format(found.get().acceptedAt().plus(config.undoFor()))));
    }
    return found.get();
  }

  /**
   * Requires that this was the last import that changed the log book.
   *
   * @throws ProblemException 409
   */
  void requireLast(UUID teamId, UndoableImport undoable) {
    replaced.lastAfter(teamId, undoable).ifPresent(ImportGate::refuse);
    boolean unknown =
        database.withHandle(
            handle ->
                handle
                    .select(CHANGED_LATER, teamId, undoable.acceptedAt())
                    .mapTo(Boolean.class)
                    .one());
    if (unknown) {
      throw refused("A later import changed the log book, and it cannot be undone.");
    }
  }

  /**
   * Requires that no later import changed a session.
   *
   * @throws ProblemException 409
   */
  void requireLast(UUID teamId, UndoableImport undoable, UUID sessionId) {
    replaced.lastAfter(teamId, undoable, sessionId).ifPresent(ImportGate::refuse);
  }

  private static void refuse(UndoableImport later) {
    throw ReportProblem.LATER_IMPORT.exception(
        "Import %s, accepted on %s, changed the log book later. Undo it first."
            .formatted(later.importId(), TIME.format(later.acceptedAt())));
  }

  private static ProblemException refused(String detail) {
    return ReportProblem.UNDO_NOT_POSSIBLE.exception(detail);
  }

  private boolean exists(UUID teamId, UUID importId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select exists (select from log_import where id = ? and team_id = ?)",
                    importId,
                    teamId)
                .mapTo(Boolean.class)
                .one());
  }
}

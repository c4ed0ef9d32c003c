package microstorm.report.imports.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.database.RecordMapper;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.report.deletion.ReportRemover;
import microstorm.report.edition.LogSessions;
import microstorm.report.edition.ReplacedEditions;
import microstorm.report.edition.ReplacedSession;
import microstorm.report.edition.Restorer;
import microstorm.report.edition.UndoableImport;
import microstorm.report.event.LogSessionDeleted;
import microstorm.report.imports.DeletedImports;
import microstorm.report.imports.DeletedImports.Remains;
import microstorm.report.imports.ImportBacklog;
import org.jdbi.v3.core.Jdbi;

/**
 * Undoes an import: removes the sessions that it brought, and restores those that it changed, their
 * order and the text before them. All in one transaction, so that a crash leaves nothing half done.
 */
@ApplicationScoped
class ImportUndo {

  private static final String BROUGHT =
      """
      select s.session_id, s.ideas from log_import i
      join log_import_session s on s.import_id = i.id
      where i.id = ? and i.team_id = ? and s.added order by s.session_id
      """;

  private final Jdbi database;
  private final ImportGate gate;
  private final ImportBacklog backlog;
  private final DeletedImports deletedImports;
  private final LogSessions sessions;
  private final ReplacedEditions replaced;
  private final Restorer restorer;
  private final ReportRemover remover;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;
  private final Clock clock;

  ImportUndo(
      Jdbi database,
      ImportGate gate,
      ImportBacklog backlog,
      DeletedImports deletedImports,
      LogSessions sessions,
      ReplacedEditions replaced,
      Restorer restorer,
      ReportRemover remover,
      DeletedKeys deletedKeys,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.gate = gate;
    this.backlog = backlog;
    this.deletedImports = deletedImports;
    this.sessions = sessions;
    this.replaced = replaced;
    this.restorer = restorer;
    this.remover = remover;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A session that the import brought. */
  public record Brought(UUID sessionId, int ideas) {}

  /**
   * Undoes the last import of a team that changed the log book. A repetition has the same answer.
   *
   * @throws ProblemException 404, 409; 429 while too much of the last imports is still being
   *     processed
   */
  @Transactional
  UndoneImport undo(UUID teamId, UUID id) {
    sessions.lockBookNow(teamId);
    Optional<UndoneImport> earlier = deletedImports.find(teamId, id).flatMap(UndoneImport::of);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    UndoableImport undoable = gate.undoable(teamId, id);
    gate.requireLast(teamId, undoable);
    backlog.check(teamId);

    List<Brought> brought = brought(teamId, id);
    List<UUID> removed = brought.stream().map(Brought::sessionId).toList();
    List<ReplacedSession> before =
        replaced.sessions(id).stream().filter(one -> one.splitInto() == null).toList();
    if (!removed.isEmpty()) {
      // before any lock that the inbox takes, and not earlier, because the events of all teams wait
      deletedKeys.exclude();
    }
    outbox.hold(
        Stream.concat(removed.stream(), before.stream().map(ReplacedSession::sessionId)).toList());
    List<OutgoingEvent> events = new ArrayList<>(restorer.restore(teamId, before));
    restoreBook(teamId, undoable, Set.copyOf(removed));
    if (!removed.isEmpty()) {
      remover.remove(teamId, removed);
      sessions.forgetDeleted(teamId);
    }
    removed.forEach(session -> events.add(new LogSessionDeleted(session, teamId)));
    outbox.append(events);
    int ideas = brought.stream().mapToInt(Brought::ideas).sum();
    int restored = before.size();
    Remains remains = new Remains(id, removed.size(), ideas, restored, restored, clock.instant());
    deletedImports.replace(teamId, remains);
    return UndoneImport.of(remains).orElseThrow();
  }

  private void restoreBook(UUID teamId, UndoableImport undoable, Set<UUID> removed) {
    if (undoable.frameChanged()) {
      sessions.setFrame(teamId, undoable.frame());
    }
    if (undoable.sessions() != null) {
      Set<UUID> known =
          sessions.known(teamId).stream()
              .map(LogSessions.Known::sessionId)
              .filter(id -> !removed.contains(id))
              .collect(Collectors.toSet());
      sessions.order(undoable.sessions().stream().filter(known::contains).toList());
    }
  }

  private List<Brought> brought(UUID teamId, UUID id) {
    return database.withHandle(
        handle -> handle.select(BROUGHT, id, teamId).map(RecordMapper.of(Brought.class)).list());
  }
}

package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.report.deletion.ReportRemover;
import microstorm.report.edition.LogSessions;
import microstorm.report.event.LogSessionDeleted;
import microstorm.report.imports.DeletedImports.Remains;
import org.jdbi.v3.core.Jdbi;

/** Deletes an import together with the sessions that it brought. */
@ApplicationScoped
class ImportRemover {

  private static final String MENTIONED =
      """
      select s.session_id, s.ideas, not exists (
        select from log_import_session o join log_import other on other.id = o.import_id
        where o.session_id = s.session_id
          and (other.accepted_at, other.id) < (this.accepted_at, this.id)) as first
      from log_import this join log_import_session s on s.import_id = this.id
      where this.id = ? order by s.session_id
      """;

  private final Jdbi database;
  private final LogSessions sessions;
  private final DeletedImports deletedImports;
  private final ReportRemover remover;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;
  private final Clock clock;

  ImportRemover(
      Jdbi database,
      LogSessions sessions,
      DeletedImports deletedImports,
      ReportRemover remover,
      DeletedKeys deletedKeys,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.deletedImports = deletedImports;
    this.remover = remover;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A session that an import mentions.
   *
   * @param first whether no earlier import mentions it
   */
  private record Mentioned(UUID sessionId, int ideas, boolean first) {}

  /**
   * Deletes an import of a team. A repetition has the same answer. While an import of the team
   * runs, the database refuses the lock, and the answer is 503 with Retry-After.
   *
   * @throws ProblemException 404
   */
  @Transactional
  DeletedImport delete(UUID teamId, UUID id) {
    sessions.lockBookNow(teamId);
    Optional<Remains> earlier = deletedImports.find(teamId, id);
    if (earlier.isPresent()) {
      return DeletedImport.of(earlier.get());
    }
    if (!exists(teamId, id)) {
      throw ProblemException.notFound("import");
    }
    List<Mentioned> mentioned = mentioned(id);
    List<Mentioned> brought = mentioned.stream().filter(Mentioned::first).toList();
    List<UUID> ids = brought.stream().map(Mentioned::sessionId).toList();
    Remains remains =
        new Remains(
            id,
            ids.size(),
            brought.stream().mapToInt(Mentioned::ideas).sum(),
            mentioned.size() - ids.size(),
            null,
            clock.instant());
    deletedKeys.exclude(); // as late as possible, because the events of all teams wait for it
    remover.remove(teamId, ids);
    sessions.forgetDeleted(teamId);
    deletedImports.replace(teamId, remains);
    outbox.append(ids.stream().map(session -> new LogSessionDeleted(session, teamId)).toList());
    return DeletedImport.of(remains);
  }

  private boolean exists(UUID teamId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select exists (select from log_import where id = ? and team_id = ?)",
                    id,
                    teamId)
                .mapTo(Boolean.class)
                .one());
  }

  private List<Mentioned> mentioned(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(MENTIONED, id)
                .map(
                    (row, context) ->
                        new Mentioned(
                            row.getObject("session_id", UUID.class),
                            row.getInt("ideas"),
                            row.getBoolean("first")))
                .list());
  }
}

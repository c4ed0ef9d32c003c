package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.report.database.StoredJson;
import microstorm.report.imports.plan.FoundSession;
import microstorm.report.imports.plan.ImportOutcome;
import org.jdbi.v3.core.Jdbi;

/** Stores and reads imports. */
@ApplicationScoped
class Imports {

  /**
   * The current state of each session counts: a later edition of it also completes an earlier
   * import.
   */
  private static final String STATES =
      """
      with state as (
        select s.session_id, s.ideas,
          coalesce(r.log_revision >= s.revision, false) as created,
          coalesce(c.log_revision >= s.revision, false) as projected,
          l.failed_revision = l.revision as refused, l.failure, s.title
        from log_import_session s
        join log_session l on l.session_id = s.session_id
        left join report r on r.session_id = s.session_id
        left join complete_session c on c.session_id = s.session_id
        where s.import_id = :import
      )
      """;

  private final Jdbi database;
  private final StoredJson json;

  Imports(Jdbi database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** A stored import. */
  record Row(UUID id, Instant acceptedAt, ImportOutcome outcome, List<FoundSession> found) {}

  void insert(
      UUID id, UUID teamId, Instant acceptedAt, ImportOutcome outcome, List<FoundSession> found) {
    database.useHandle(
        handle ->
            handle.execute(
                "insert into log_import (id, team_id, accepted_at, outcome, found) values (?, ?,"
                    + " ?, ?::jsonb, ?::jsonb)",
                id,
                teamId,
                acceptedAt,
                json.write(outcome),
                json.write(found)));
  }

  Optional<Row> find(UUID id, UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select accepted_at, outcome::text, found::text from log_import where id = ?"
                        + " and team_id = ?",
                    id,
                    teamId)
                .map(
                    (row, context) ->
                        new Row(
                            id,
                            row.getTimestamp("accepted_at").toInstant(),
                            json.read(row.getString("outcome"), ImportOutcome.class),
                            found(row.getString("found"))))
                .findOne());
  }

  /** Imports of the previous version have no list. */
  private List<FoundSession> found(String stored) {
    return stored == null ? List.of() : List.of(json.read(stored, FoundSession[].class));
  }

  ImportProgress progress(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    STATES
                        + """
                        select count(*) as sessions, count(*) filter (where created) as created,
                          count(*) filter (where projected) as projected,
                          count(*) filter (where refused and not projected) as failed,
                          coalesce(sum(ideas), 0) as ideas,
                          (select count(*) from report_idea i
                            join state on state.session_id = i.session_id) as ideas_created,
                          coalesce(sum(ideas) filter (where projected), 0) as ideas_projected
                        from state
                        """)
                .bind("import", id)
                .map(RecordMapper.of(ImportProgress.class))
                .one());
  }

  List<ImportStatus.ImportFailure> failures(UUID id, int limit) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    STATES
                        + """
                        select session_id, title, failure from state
                        where refused and not projected order by session_id limit :limit
                        """)
                .bind("import", id)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        ImportStatus.ImportFailure.of(
                            row.getObject("session_id", UUID.class),
                            row.getString("title"),
                            row.getString("failure")))
                .list());
  }
}

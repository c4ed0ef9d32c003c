package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.report.edition.ReplacedEditions;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What remains of imports that were deleted or undone: numbers, with which a repeated request gets
 * the same answer. Runs in the caller's transaction.
 */
@ApplicationScoped
public class DeletedImports {

  private static final String SELECT =
      """
      select id, sessions, ideas, kept, restored, deleted_at from deleted_import
      where id = ? and team_id = ?
      """;

  private static final String INSERT =
      """
      insert into deleted_import (id, team_id, deleted_at, sessions, ideas, kept, restored)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Jdbi database;
  private final ReplacedEditions replaced;

  DeletedImports(Jdbi database, ReplacedEditions replaced) {
    this.database = database;
    this.replaced = replaced;
  }

  /**
   * What remains of an import.
   *
   * @param sessions the number of sessions that were removed with it
   * @param ideas the number of their ideas in its log
   * @param kept the number of its other sessions
   * @param restored the number of sessions that are as before it again; null if it was not undone
   */
  public record Remains(
      UUID id, int sessions, int ideas, int kept, @Nullable Integer restored, Instant deletedAt) {}

  /** What remains of an import of a team; empty if there still is one or never was. */
  public Optional<Remains> find(UUID teamId, UUID id) {
    return database.withHandle(
        handle -> handle.select(SELECT, id, teamId).map(RecordMapper.of(Remains.class)).findOne());
  }

  /** Leaves of an import of a team only what remains. */
  public void replace(UUID teamId, Remains remains) {
    replaced.forget(remains.id());
    database.useHandle(
        handle -> {
          handle.execute("delete from log_import_session where import_id = ?", remains.id());
          handle.execute("delete from log_import where id = ?", remains.id());
          handle.execute(
              INSERT,
              remains.id(),
              teamId,
              remains.deletedAt(),
              remains.sessions(),
              remains.ideas(),
              remains.kept(),
              remains.restored());
        });
  }
}

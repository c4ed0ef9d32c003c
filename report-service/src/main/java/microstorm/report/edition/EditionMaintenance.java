package microstorm.report.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes kept editions that nobody needs any more: of imports that can no longer be undone, and of
 * sessions whose reports are complete. One replica does it at a time.
 */
@ApplicationScoped
class EditionMaintenance {

  private static final Logger LOG = Logger.getLogger(EditionMaintenance.class);

  private static final long LOCK = 0x65646974696f6eL; // "edition"

  private static final String EXPIRED = "delete from log_undo where accepted_at <= ?";

  /** The second reason: the previous version deletes imports without their kept editions. */
  private static final String DELETED =
      """
      delete from log_undo u where not exists (
        select from log_import i where i.id = u.import_id)
      """;

  private static final String REPLACED =
      """
      delete from log_replaced r
      where not exists (select from log_undo u where u.import_id = r.import_id)
        or not exists (select from log_session l where l.session_id = r.session_id)
      """;

  private static final String CURRENT =
      """
      delete from log_edition e
      where not exists (select from log_session l where l.session_id = e.session_id)
        or exists (
          select from complete_session c
          where c.session_id = e.session_id and c.log_revision >= e.revision)
      """;

  private static final String SPLIT =
      """
      delete from log_split s where not exists (
        select from log_session l where l.session_id = s.session_id)
      """;

  private final Jdbi database;
  private final ImportsConfig config;
  private final Clock clock;

  EditionMaintenance(Jdbi database, ImportsConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void clean() {
    try {
      QuarkusTransaction.requiringNew().run(() -> database.useHandle(this::clean));
    } catch (RuntimeException failure) {
      LOG.debugf("The kept editions of logs cannot be deleted at the moment: %s", failure);
    }
  }

  private void clean(Handle handle) {
    boolean alone =
        handle.select("select pg_try_advisory_xact_lock(?)", LOCK).mapTo(Boolean.class).one();
    if (alone) {
      handle.execute(EXPIRED, Timestamp.from(clock.instant().minus(config.undoFor())));
      handle.execute(DELETED);
      handle.execute(REPLACED);
      handle.execute(CURRENT);
      handle.execute(SPLIT);
    }
  }
}

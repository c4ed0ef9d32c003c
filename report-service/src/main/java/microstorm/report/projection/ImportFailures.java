package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.messaging.IncomingEvent;
import org.jdbi.v3.core.Jdbi;

/** Notes why a session of an imported log did not get in, for the status of the import. */
@ApplicationScoped
class ImportFailures {

  private final Jdbi database;

  ImportFailures(Jdbi database) {
    this.database = database;
  }

  /** The first reason stays; a later edition of the session starts afresh. */
  void note(UUID sessionId, int logRevision, String reason) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update log_session set failed_revision = revision, failure = ?
                where session_id = ? and revision = ? and failed_revision is distinct from revision
                """,
                reason,
                sessionId,
                logRevision));
  }

  /** The record's key is the session, even where the payload cannot be read. */
  void noteDeadLetter(IncomingEvent event) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update log_session set failed_revision = revision, failure = ?
                where session_id::text = ? and failed_revision is distinct from revision
                """,
                "An event of this session could not be read and was put aside: " + event.id(),
                event.key()));
  }
}

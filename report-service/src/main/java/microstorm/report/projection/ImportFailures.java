package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.edition.SessionFailure;
import org.jdbi.v3.core.Jdbi;

/** Stores why a session of a log could not be imported, for the status of the import. */
@ApplicationScoped
class ImportFailures {

  private final Jdbi database;

  ImportFailures(Jdbi database) {
    this.database = database;
  }

  /** Stores the reason, unless this edition of the session already has one. */
  void note(UUID sessionId, int logRevision, SessionFailure reason) {
    noteRefused(sessionId, logRevision, reason.code());
  }

  /** Stores the reason of another service, unless this edition already has one. */
  void noteRefused(UUID sessionId, int logRevision, String reason) {
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

  /**
   * Stores a dead letter as the reason. The record's key names the session, even if the payload
   * cannot be read.
   */
  void noteDeadLetter(IncomingEvent event) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update log_session set failed_revision = revision, failure = ?
                where session_id::text = ? and failed_revision is distinct from revision
                """,
                SessionFailure.DEAD_LETTER.stored(event.id()),
                event.key()));
  }
}

package microstorm.report.edition;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Forgets in a locked log book the sessions that were deleted since it was last locked. A deletion
 * does not wait for the book, which an import may hold for long, so whoever locks the book next
 * does this first.
 */
public final class DeletedFromLog {

  private static final String FORGET_SESSIONS =
      """
      delete from log_session using report_removal removal
      where removal.team_id = ? and log_session.session_id = removal.session_id
      """;

  private static final List<String> FORGET_EMPTY =
      List.of(
          """
          update log_book set frame = null
          where team_id = ? and frame is not null and not exists (
            select from log_session l where l.team_id = log_book.team_id)
          """,
          """
          delete from log_undo
          where team_id = ? and not exists (
            select from log_session l where l.team_id = log_undo.team_id)
          """);

  private DeletedFromLog() {}

  /** Runs in the transaction that has the team's book locked. */
  public static void forget(Handle handle, UUID teamId) {
    if (handle.execute(FORGET_SESSIONS, teamId) > 0) {
      FORGET_EMPTY.forEach(statement -> handle.execute(statement, teamId));
    }
  }
}

package microstorm.report.book;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.report.problem.ReportProblem;
import org.jdbi.v3.core.Jdbi;

/** Checks who reads a report: its team, a person with a seat, or a holder of its reader code. */
@RequestScoped
class ReportReaders {

  private static final String ACCESS =
      """
      select r.team_id, r.for_observers, r.reader_code_hash, p.present
      from report r left join report_participant p
        on p.session_id = r.session_id and p.id = :caller
      where r.session_id = :session
      """;

  private final Jdbi database;
  private final Caller caller;

  ReportReaders(Jdbi database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  /**
   * @param present null for somebody whose seat is not known, or who may have left before this was
   *     recorded
   */
  public record Access(UUID teamId, boolean forObservers, String readerCodeHash, Boolean present) {}

  /**
   * The team of a report that the caller may read.
   *
   * @throws ProblemException 404 for another team's report or an absent one; 401 when the caller
   *     left the session or was removed, or when the reader code was renewed or disabled; 403 for
   *     observers if they may not read it
   */
  UUID teamOf(UUID sessionId) {
    if (caller.isOfTeam()) {
      return caller.teamId();
    }
    Access access =
        caller
            .sessionId()
            .filter(sessionId::equals)
            .flatMap(this::access)
            .orElseThrow(() -> ProblemException.notFound("report"));
    if (caller.role().equals(Caller.READER)) {
      requireCode(access);
    } else {
      requireSeat(access);
    }
    return access.teamId;
  }

  /** Whether the caller leads the session, and so may know how often its authors got hints. */
  boolean leads() {
    return caller.isOfTeam() || caller.role().equals(Caller.FACILITATOR);
  }

  private Optional<Access> access(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(ACCESS)
                .bind("session", sessionId)
                .bind("caller", caller.id())
                .map(
                    (row, context) ->
                        new Access(
                            row.getObject("team_id", UUID.class),
                            row.getBoolean("for_observers"),
                            row.getString("reader_code_hash"),
                            row.getObject("present", Boolean.class)))
                .findOne());
  }

  private void requireCode(Access access) {
    if (caller.readerCodeHash().filter(hash -> hash.equals(access.readerCodeHash)).isEmpty()) {
      throw ReportProblem.READER_CODE_GONE.exception();
    }
  }

  private void requireSeat(Access access) {
    if (access.present == null) {
      throw ProblemException.notFound("report"); // the seat has not arrived, or never took part
    }
    if (!access.present) {
      throw ProblemException.seatGone();
    }
    if (caller.role().equals(Caller.OBSERVER) && !access.forObservers) {
      throw ReportProblem.NOT_FOR_OBSERVERS.exception();
    }
  }
}

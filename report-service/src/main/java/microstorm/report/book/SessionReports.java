package microstorm.report.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.report.log.model.SessionContent;

/** The reports of single sessions, as far as the caller may read them. */
@ApplicationScoped
public class SessionReports {

  private final Reports reports;
  private final Contents contents;
  private final OutcomeReader outcomes;
  private final LogBook book;
  private final ReportReaders readers;

  SessionReports(
      Reports reports,
      Contents contents,
      OutcomeReader outcomes,
      LogBook book,
      ReportReaders readers) {
    this.reports = reports;
    this.contents = contents;
    this.outcomes = outcomes;
    this.book = book;
    this.readers = readers;
  }

  /**
   * The report of a session.
   *
   * @throws ProblemException 401, 403 or 404 if the caller may not read it, or if there is none
   */
  @Transactional
  public ReportView view(UUID sessionId) {
    book.useOneSnapshot();
    ReportSummary session = find(sessionId);
    SessionContent content = contents.of(List.of(sessionId)).get(sessionId);
    OutcomeReader.HeldSession held = outcomes.of(sessionId);
    return ReportTree.of(
        session,
        content,
        reports.links(sessionId),
        reports.removals(sessionId),
        reports.rooms(sessionId),
        readers.leads() ? held : held.withoutHints());
  }

  /** The summary of a report that the caller may read. */
  ReportSummary find(UUID sessionId) {
    return reports
        .find(readers.teamOf(sessionId), sessionId)
        .orElseThrow(() -> ProblemException.notFound("report"));
  }
}

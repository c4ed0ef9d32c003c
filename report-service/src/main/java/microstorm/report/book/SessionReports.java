package microstorm.report.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.report.book.ReportView.ReportGap;
import microstorm.report.link.ReportLinkReader;
import microstorm.report.outcome.OutcomeReader;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The reports of single sessions, as far as the caller may read them. */
@ApplicationScoped
public class SessionReports {

  private final Reports reports;
  private final Contents contents;
  private final OutcomeReader outcomes;
  private final GapReader gaps;
  private final ReportLinkReader links;
  private final LogBook book;
  private final ReportReaders readers;
  private final Jdbi database;

  SessionReports(
      Reports reports,
      Contents contents,
      OutcomeReader outcomes,
      GapReader gaps,
      ReportLinkReader links,
      LogBook book,
      ReportReaders readers,
      Jdbi database) {
    this.reports = reports;
    this.contents = contents;
    this.outcomes = outcomes;
    this.gaps = gaps;
    this.links = links;
    this.book = book;
    this.readers = readers;
    this.database = database;
  }

  /**
   * What the documents of a report need to know in addition to it.
   *
   * @param language that of the session; English if it is unknown
   * @param zone the time zone of the session; UTC if it is unknown
   */
  public record Setting(Locale language, ZoneId zone) {}

  /** A report with what its documents need in addition. */
  public record Documented(ReportView report, Setting setting) {}

  /**
   * The report of a session.
   *
   * @throws ProblemException 401, 403 or 404 if the caller may not read it, or if there is none
   */
  @Transactional
  public ReportView view(UUID sessionId) {
    book.useOneSnapshot();
    UUID teamId = readers.teamOf(sessionId);
    ReportSummary session = find(teamId, sessionId);
    OutcomeReader.HeldSession held = outcomes.of(sessionId);
    ReportTree tree =
        new ReportTree(
            contents.of(List.of(sessionId)).get(sessionId),
            reports.links(sessionId),
            reports.removals(sessionId),
            reports.rooms(sessionId),
            held.outcome());
    return tree.view(
        session,
        readers.leads() ? held : held.withoutHints(),
        links.read(teamId, tree.linkedTexts()),
        missing(session));
  }

  /** What a report does not contain yet. */
  List<ReportGap> missing(ReportSummary session) {
    return session.complete() ? List.of() : gaps.of(session.sessionId());
  }

  /**
   * The same for a document.
   *
   * @throws ProblemException as {@link #view} does
   */
  @Transactional
  public Documented documented(UUID sessionId) {
    ReportView report = view(sessionId);
    return database.withHandle(
        handle ->
            handle
                .select("select language, time_zone from report where session_id = ?", sessionId)
                .map(
                    (row, context) ->
                        new Documented(
                            report,
                            new Setting(
                                language(row.getString("language")),
                                zone(row.getString("time_zone")))))
                .one());
  }

  /** The summary of a report that the caller may read. */
  ReportSummary find(UUID sessionId) {
    return find(readers.teamOf(sessionId), sessionId);
  }

  private ReportSummary find(UUID teamId, UUID sessionId) {
    return reports.find(teamId, sessionId).orElseThrow(() -> ProblemException.notFound("report"));
  }

  private static Locale language(@Nullable String tag) {
    return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  private static ZoneId zone(@Nullable String name) {
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}

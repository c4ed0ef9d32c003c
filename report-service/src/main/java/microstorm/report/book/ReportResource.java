package microstorm.report.book;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.render.LogRenderer;
import microstorm.web.answer.Revalidated;
import microstorm.web.problem.ProblemException;
import microstorm.web.share.Workload;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;

/** The reports of a team's sessions. */
@Path("/api/reports")
@RolesAllowed(Caller.OWNER)
public class ReportResource {

  private static final String REPORTS = "reports";
  private static final int MAX_PAGE = 200;

  private final Reports reports;
  private final Contents contents;
  private final OutcomeReader outcomes;
  private final LogBook book;
  private final Caller caller;

  ReportResource(
      Reports reports, Contents contents, OutcomeReader outcomes, LogBook book, Caller caller) {
    this.reports = reports;
    this.contents = contents;
    this.outcomes = outcomes;
    this.book = book;
    this.caller = caller;
  }

  /** The reports, newest first; those without a date come last. */
  @GET
  @Revalidated
  @Workload(value = REPORTS, untilSent = true)
  @Transactional
  public ReportPage list(
      @RestQuery String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(MAX_PAGE) int limit) {
    List<ReportSummary> found =
        reports.list(caller.teamId(), Optional.ofNullable(cursor).map(Cursor::decode), limit + 1);
    List<ReportSummary> items = found.stream().limit(limit).toList();
    return new ReportPage(items, found.size() > limit ? next(items) : null);
  }

  private static String next(List<ReportSummary> items) {
    ReportSummary last = items.get(items.size() - 1);
    return new Cursor(last.date(), last.id()).encode();
  }

  /** The whole report. */
  @GET
  @Revalidated
  @Path("{sessionId}")
  @Workload(value = REPORTS, untilSent = true)
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  public ReportView get(UUID sessionId) {
    book.useOneSnapshot();
    ReportSummary session = find(sessionId);
    SessionContent content = contents.of(List.of(sessionId)).get(sessionId);
    return ReportTree.of(session, content, reports.links(sessionId), outcomes.of(sessionId));
  }

  /** The session as it is written in the log. */
  @GET
  @Revalidated
  @Path("{sessionId}")
  @Workload(value = REPORTS, untilSent = true)
  @Produces(LogResource.MARKDOWN)
  @Transactional
  @APIResponseSchema(value = String.class, responseCode = "200", responseDescription = "OK")
  public StreamingOutput markdown(UUID sessionId) {
    book.useOneSnapshot();
    find(sessionId);
    String log = LogRenderer.render(book.rendered(List.of(sessionId)).get(0));
    return output -> output.write(log.getBytes(StandardCharsets.UTF_8));
  }

  private ReportSummary find(UUID sessionId) {
    return reports
        .find(caller.teamId(), sessionId)
        .orElseThrow(() -> ProblemException.notFound("report"));
  }
}

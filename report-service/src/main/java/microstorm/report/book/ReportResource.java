package microstorm.report.book;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import microstorm.http.answer.Revalidated;
import microstorm.http.openapi.Raises;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.book.ReportView.ReportGap;
import microstorm.report.course.SessionPhases;
import microstorm.report.download.FileName;
import microstorm.report.log.render.LogRenderer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The reports of a team's sessions. */
@Path("/api/reports")
@Tag(
    name = "Reports",
    description =
        "The reports of a team's sessions: topics, ideas, dots, actions and the timeline. A report"
            + " grows while its session runs, and is complete a moment after the session has"
            + " closed. It never shows an idea before it is shared.")
public class ReportResource {

  /** The kind of work of everything that reads reports. */
  public static final String REPORTS = "reports";

  /** The query parameter that takes precedence over the header Accept. */
  public static final String FORMAT = "format";

  public static final String FORMATS = "^(json|markdown|html|pdf|csv)$";
  public static final String FORMATS_MESSAGE = "must be json, markdown, html, pdf or csv";

  public static final String FIRST_TABLE = "ideas";
  public static final String TABLES = "^(ideas|votes|actions)$";
  public static final String TABLES_MESSAGE = "must be ideas, votes or actions";

  private static final int MAX_PAGE = 200;

  private final Reports reports;
  private final SessionReports sessions;
  private final LogBook book;
  private final Caller caller;

  ReportResource(Reports reports, SessionReports sessions, LogBook book, Caller caller) {
    this.reports = reports;
    this.sessions = sessions;
    this.book = book;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Caller.OWNER, Caller.MEMBER})
  @Revalidated
  @Workload(REPORTS)
  @Transactional
  @Operation(
      operationId = "listReports",
      summary = "List the team's reports",
      description =
          "Lists the reports of the team's sessions that were held, in pages, newest session first. Sessions"
              + " without a date come last. Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "A page of the list.")
  public ReportPage list(
      @RestQuery
          @Parameter(
              description =
                  "The `next` of the previous page. Without it, the list starts at its beginning.",
              example = "MjAyNi0wMS0wMi8wMTkwYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE")
          String cursor,
      @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MAX_PAGE)
          @Parameter(description = "The largest number of reports in the page.", example = "20")
          int limit,
      @RestQuery
          @Size(min = 1, max = SessionPhases.MAX_LENGTH)
          @Parameter(
              description =
                  "The phases of the listed sessions, separated by commas. By default all except"
                      + " `planned`, `lobby` and `cancelled`: those sessions were never held, or not"
                      + " yet.",
              example = "closed")
          String phase,
      @BeanParam @Valid ReportFilter filter) {
    List<ReportSummary> found =
        reports.list(
            caller.teamId(),
            SessionPhases.read(phase),
            filter,
            Optional.ofNullable(cursor).map(Cursor::decode),
            limit + 1);
    List<ReportSummary> items = found.stream().limit(limit).toList();
    return new ReportPage(items, found.size() > limit ? next(items) : null);
  }

  private static String next(List<ReportSummary> items) {
    ReportSummary last = items.get(items.size() - 1);
    return new Cursor(last.heldOn(), last.sessionId()).encode();
  }

  @GET
  @RolesAllowed({
    Caller.OWNER,
    Caller.MEMBER,
    Caller.FACILITATOR,
    Caller.PARTICIPANT,
    Caller.OBSERVER,
    Caller.READER
  })
  @Revalidated
  @Path("{sessionId}")
  @Workload(REPORTS)
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      operationId = "getReport",
      summary = "Get the report of a session",
      description =
          "Returns everything that is known of the session, from its plan on. A session that was"
              + " just planned may have no report for a moment. The answer is JSON by default."
              + " `Accept`, or the parameter `format`, asks for another form. `text/markdown` is the"
              + " session as it is written in the team's log; such text can be imported again."
              + " `text/html` is one page that loads nothing, for screens and printers."
              + " `application/pdf` is the same, tagged, with its fonts and bookmarks. `text/csv` is"
              + " one table of the report; a cell that could be a formula begins with an"
              + " apostrophe. If a report is not complete, all forms say what is missing; Markdown"
              + " and CSV say it in the header `Report-Missing` and in the name of the file. Owners and members of the team, everybody with a"
              + " seat in the session and holders of its reader code may call it; observers only"
              + " while the facilitator permits it. Only facilitators, owners and members see the"
              + " number of hints.")
  @APIResponse(
      responseCode = "200",
      description = "The report, in the form that was asked for.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReportView.class)),
        @Content(
            mediaType = LogResource.MARKDOWN,
            schema = @Schema(type = SchemaType.STRING),
            example = LogResource.EXAMPLE),
        @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/pdf",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example = "id,text,owner,due_on,state,idea_id,session_id,earlier")
      })
  @Raises({"reader-code-gone", "not-for-observers", "report-too-large"})
  public RestResponse<ReportView> get(
      @RestPath @Parameter(description = "The id of the session.") UUID sessionId,
      @RestQuery
          @Pattern(regexp = FORMATS, message = FORMATS_MESSAGE)
          @Parameter(
              description = "The form of the report. It takes precedence over the header Accept.",
              example = "pdf")
          String format,
      @RestQuery
          @DefaultValue(FIRST_TABLE)
          @Pattern(regexp = TABLES, message = TABLES_MESSAGE)
          @Parameter(
              description = "The table of a report in CSV; it has no effect on the other forms.",
              example = "votes")
          String table) {
    ReportView report = sessions.view(sessionId);
    return ResponseBuilder.ok(report)
        .header(FileName.HEADER, report.fileName().inline("json"))
        .build();
  }

  /** The session as it is written in the log; {@link #get} describes both forms. */
  @GET
  @RolesAllowed({
    Caller.OWNER,
    Caller.MEMBER,
    Caller.FACILITATOR,
    Caller.PARTICIPANT,
    Caller.OBSERVER,
    Caller.READER
  })
  @Revalidated
  @Path("{sessionId}")
  @Workload(REPORTS)
  @Produces(LogResource.MARKDOWN_UTF_8)
  @Transactional
  @Operation(hidden = true)
  public RestResponse<StreamingOutput> markdown(
      UUID sessionId,
      @RestQuery @Pattern(regexp = FORMATS, message = FORMATS_MESSAGE) String format) {
    book.useOneSnapshot();
    ReportSummary session = sessions.find(sessionId);
    String log = LogRenderer.render(book.rendered(List.of(sessionId)).get(0));
    FileName name = new FileName(session.heldOn(), session.title(), session.complete());
    return ResponseBuilder.<StreamingOutput>ok(
            output -> output.write(log.getBytes(StandardCharsets.UTF_8)))
        .header(FileName.HEADER, name.attachment(null, "md"))
        .header(ReportGap.HEADER, ReportGap.headers(sessions.missing(session)))
        .build();
  }
}

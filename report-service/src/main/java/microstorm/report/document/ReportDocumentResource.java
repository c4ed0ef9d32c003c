package microstorm.report.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import microstorm.http.answer.Revalidated;
import microstorm.http.answer.Revalidation;
import microstorm.http.answer.Tagged;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.book.ReportResource;
import microstorm.report.book.ReportView.ReportGap;
import microstorm.report.book.SessionReports;
import microstorm.report.book.SessionReports.Documented;
import microstorm.report.download.FileName;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The report of a session as documents for people; {@link ReportResource#get} describes them. */
@Path("/api/reports")
public class ReportDocumentResource {

  private static final String HTML = "text/html;charset=UTF-8";

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String PDF = "application/pdf";
  private static final String PDFS = "pdfs";

  private final SessionReports reports;
  private final PdfRenderings renderings;
  private final Revalidation revalidation;
  private final ObjectMapper json;

  ReportDocumentResource(
      SessionReports reports,
      PdfRenderings renderings,
      Revalidation revalidation,
      ObjectMapper json) {
    this.reports = reports;
    this.renderings = renderings;
    this.revalidation = revalidation;
    this.json = json;
  }

  /** The report as a page. */
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
  @Workload(ReportResource.REPORTS)
  @Produces(HTML)
  @Operation(hidden = true)
  public RestResponse<StreamingOutput> html(
      UUID sessionId,
      @RestQuery @Pattern(regexp = ReportResource.FORMATS, message = ReportResource.FORMATS_MESSAGE)
          String format) {
    Documented found = reports.documented(sessionId);
    return answer(
            HtmlReport.render(found).getBytes(StandardCharsets.UTF_8),
            found,
            found.report().fileName().inline("html"))
        .header("Content-Security-Policy", HtmlReport.POLICY + "; frame-ancestors 'none'")
        .build();
  }

  /** A table of the report. */
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
  @Workload(ReportResource.REPORTS)
  @Produces(CSV)
  @Operation(hidden = true)
  public RestResponse<StreamingOutput> csv(
      UUID sessionId,
      @RestQuery @Pattern(regexp = ReportResource.FORMATS, message = ReportResource.FORMATS_MESSAGE)
          String format,
      @RestQuery
          @DefaultValue(ReportResource.FIRST_TABLE)
          @Pattern(regexp = ReportResource.TABLES, message = ReportResource.TABLES_MESSAGE)
          String table) {
    Documented found = reports.documented(sessionId);
    return answer(
            CsvReport.render(found.report(), CsvReport.Table.of(table)),
            found,
            found.report().fileName().attachment(table, "csv"))
        .build();
  }

  /**
   * The report as a PDF. Its tag is that of its content, so that a client that has it already costs
   * no rendering.
   */
  @GET
  @RolesAllowed({
    Caller.OWNER,
    Caller.MEMBER,
    Caller.FACILITATOR,
    Caller.PARTICIPANT,
    Caller.OBSERVER,
    Caller.READER
  })
  @Tagged
  @Path("{sessionId}")
  @Workload(PDFS)
  @Produces(PDF)
  @Operation(hidden = true)
  public RestResponse<StreamingOutput> pdf(
      UUID sessionId,
      @RestQuery @Pattern(regexp = ReportResource.FORMATS, message = ReportResource.FORMATS_MESSAGE)
          String format)
      throws JsonProcessingException {
    Documented found = reports.documented(sessionId);
    byte[] version = (PDF + json.writeValueAsString(found)).getBytes(StandardCharsets.UTF_8);
    revalidation.checkKnown(version);
    byte[] pdf = renderings.render(found);
    revalidation.tag(version);
    return answer(pdf, found, found.report().fileName().inline("pdf")).build();
  }

  private static ResponseBuilder<StreamingOutput> answer(
      byte[] content, Documented found, String name) {
    return ResponseBuilder.<StreamingOutput>ok(output -> output.write(content))
        .header(FileName.HEADER, name)
        .header(ReportGap.HEADER, ReportGap.headers(found.report().missing()));
  }
}

package microstorm.report.trend;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import microstorm.http.answer.Revalidated;
import microstorm.http.openapi.Raises;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.book.ReportResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The trends of a team's sessions. */
@Path("/api/trends")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(
    name = "Trends",
    description =
        "Figures of a team's sessions over time: group size, quiet time, participation, results and"
            + " standards. No figure names a person.")
public class TrendResource {

  /** As many sessions as a plot shows legibly. */
  private static final int MAX_SESSIONS = 100;

  private static final String DEFAULT_SESSIONS = "30";
  private static final String SVG = "image/svg+xml";

  private final TrendReader trends;
  private final TrendPlot plots;
  private final Caller caller;

  TrendResource(TrendReader trends, TrendPlot plots, Caller caller) {
    this.trends = trends;
    this.plots = plots;
    this.caller = caller;
  }

  @GET
  @Revalidated
  @Workload(ReportResource.REPORTS)
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      operationId = "getTrends",
      summary = "Get the trends of the team",
      description =
          "Returns figures of the team's last sessions, oldest first. A session is included when its"
              + " report is complete and it has a date. Only owners and members of the team may call"
              + " it.")
  @APIResponse(responseCode = "200", description = "The figures of each session.")
  public Trends get(
      @RestQuery
          @DefaultValue(DEFAULT_SESSIONS)
          @Min(1)
          @Max(MAX_SESSIONS)
          @Parameter(description = "The largest number of sessions.", example = "30")
          int limit) {
    return trends.read(caller.teamId(), limit);
  }

  @GET
  @Revalidated
  @Path("{measure}")
  @Workload(ReportResource.REPORTS)
  @Produces(SVG)
  @Transactional
  @Operation(
      operationId = "getTrendPlot",
      summary = "Get a plot of one figure over the sessions",
      description =
          "Returns a plot of one figure over the team's last sessions, as an SVG image with a title"
              + " and a description for screen readers. It needs no colour to be read. A session for"
              + " which nobody knows the figure is a gap. Only owners and members of the team may"
              + " call it.")
  @APIResponse(
      responseCode = "200",
      description = "The plot.",
      content =
          @Content(
              mediaType = SVG,
              schema = @Schema(type = SchemaType.STRING),
              example = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">…</svg>"))
  @Raises("not-found")
  public StreamingOutput plot(
      @RestPath
          @Parameter(
              description = "The figure.",
              schema = @Schema(implementation = TrendMeasure.class),
              example = "quiet-minutes")
          String measure,
      @RestQuery
          @DefaultValue(DEFAULT_SESSIONS)
          @Min(1)
          @Max(MAX_SESSIONS)
          @Parameter(description = "The largest number of sessions.", example = "30")
          int limit,
      @RestQuery
          @DefaultValue("en")
          @Pattern(regexp = "en|de", message = "must be en or de")
          @Parameter(description = "The language of the texts: `en` or `de`.", example = "en")
          String language) {
    TrendMeasure plotted =
        TrendMeasure.find(measure).orElseThrow(() -> ProblemException.notFound("figure"));
    String svg = plots.draw(plotted, trends.read(caller.teamId(), limit), language);
    return output -> output.write(svg.getBytes(StandardCharsets.UTF_8));
  }
}

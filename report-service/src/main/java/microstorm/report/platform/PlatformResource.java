package microstorm.report.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Reports how this deployment does on each point of the log's comparison of Compose and Kubernetes,
 * the same for every caller. The management port has the evidence: objects, nodes, images and hosts
 * ({@link PlatformRoutes}).
 */
@Path("/api/platform")
@PermitAll
@Tag(
    name = "Platform",
    description =
        "The results of a deployment on the ten points by which the sample log compares Docker"
            + " Compose, Docker Swarm and Kubernetes.")
public class PlatformResource {

  /** The page runs no scripts and loads nothing from other origins. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final PlatformReports reports;

  PlatformResource(PlatformReports reports) {
    this.reports = reports;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getPlatformReport",
      summary = "Get the platform report",
      description =
          "Reports how this deployment does on each of the ten points. The answer is the same for"
              + " every caller and needs no token. It names no node, image or host. With `Accept:"
              + " text/html` it is a web page.")
  @APIResponse(
      responseCode = "200",
      description = "The report, as JSON or as a web page.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PlatformReport.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
      })
  public RestResponse<PlatformReport> get() {
    return answer(reports.report()).build();
  }

  /** The report as a web page; {@link #get} describes both forms. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public RestResponse<String> page() {
    return answer(PlatformPage.report(reports.report()).render())
        .header("Content-Security-Policy", POLICY)
        .build();
  }

  private static <T> ResponseBuilder<T> answer(T body) {
    return ResponseBuilder.ok(body).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}

package microstorm.report.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Reports how this deployment does on each point of the log's comparison of Compose and Kubernetes,
 * the same for every caller. The management port has the evidence: objects, nodes, images and hosts
 * ({@link PlatformRoutes}).
 */
@Path("/api/platform")
@PermitAll
public class PlatformResource {

  /** The page runs no scripts and loads nothing from other origins. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final PlatformReports reports;

  PlatformResource(PlatformReports reports) {
    this.reports = reports;
  }

  /** The report as JSON. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RestResponse<PlatformReport> get() {
    return answer(reports.report()).build();
  }

  /** The report as a web page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public RestResponse<String> page() {
    return answer(PlatformPage.report(reports.report()).render())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  /** Responses are not cached, since the report shows the current state. */
  private static <T> ResponseBuilder<T> answer(T body) {
    return ResponseBuilder.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}

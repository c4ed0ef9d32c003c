package microstorm.report.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import microstorm.web.problem.ProblemException;
import microstorm.web.share.Workload;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Imports a team's log. */
@Path("/api/logs")
@RolesAllowed(Caller.OWNER)
public class LogImportResource {

  private final LogImportService imports;
  private final Caller caller;

  LogImportResource(LogImportService imports, Caller caller) {
    this.imports = imports;
    this.caller = caller;
  }

  /**
   * Imports a log, or a later edition of it. The {@code Location} is a relative path, which is
   * valid behind any proxy.
   *
   * @param repair true or false: whether wrongly encoded characters are repaired first
   */
  @POST
  @Workload(value = "imports", bytesPerUnit = 32 * 1024, mostUnits = 8)
  @Consumes("text/markdown")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(
      value = ImportStatus.class,
      responseCode = "202",
      responseDescription = "The import has started; Location is the address of its status")
  @APIResponse(
      responseCode = "422",
      description = "The log is refused; the detail names the line and the reason")
  public RestResponse<ImportStatus> post(
      InputStream log,
      @RestQuery
          @DefaultValue("false")
          @Pattern(regexp = "true|false", message = "must be true or false")
          String repair) {
    ImportStatus status = imports.accept(caller.teamId(), log, Boolean.parseBoolean(repair));
    return ResponseBuilder.<ImportStatus>create(RestResponse.Status.ACCEPTED)
        .header(HttpHeaders.LOCATION, "/api/logs/imports/" + status.id())
        .entity(status)
        .build();
  }

  /** The status of an import. */
  @GET
  @Path("imports/{id}")
  public ImportStatus get(UUID id) {
    return imports
        .status(id, caller.teamId())
        .orElseThrow(() -> ProblemException.notFound("import"));
  }
}

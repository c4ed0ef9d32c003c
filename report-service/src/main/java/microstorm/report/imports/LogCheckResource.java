package microstorm.report.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import microstorm.http.openapi.Raises;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.book.LogResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Checks a log without importing it. */
@Path("/api/logs")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(name = "Logs")
public class LogCheckResource {

  private final LogImportService imports;
  private final Caller caller;

  LogCheckResource(LogImportService imports, Caller caller) {
    this.imports = imports;
    this.caller = caller;
  }

  @POST
  @Path("checks")
  @Workload(
      value = LogImportResource.IMPORTS,
      bytesPerUnit = LogImportResource.BYTES_PER_UNIT,
      mostUnits = LogImportResource.MOST_UNITS)
  @Consumes({
    LogResource.MARKDOWN,
    LogImportResource.X_MARKDOWN,
    MediaType.TEXT_PLAIN,
    MediaType.MULTIPART_FORM_DATA
  })
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = LogBodies.CHECK,
      summary = "Check a log",
      description =
          "Says what an import of the log would do: the sessions that it finds, which of them are"
              + " new, changed or here already, and warnings by line. It imports nothing and stores"
              + " nothing. If an import would refuse the log, the answer is 200 with `refusal`,"
              + " unless the log is empty."
              + " Checks use the same share of the team as imports. Only owners and members of the"
              + " team may call it.")
  @APIResponse(responseCode = "200", description = "What an import would do.")
  @Raises({"form-without-log", "no-session", "log-book-full"})
  public LogCheck post(
      InputStream log,
      @Context HttpHeaders headers,
      @RestQuery
          @DefaultValue("false")
          @Pattern(regexp = "true|false", message = "must be true or false")
          @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          String repair) {
    return imports.check(
        caller.teamId(),
        log,
        headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
        Boolean.parseBoolean(repair));
  }
}

package microstorm.session.reading;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.input.Patches;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import microstorm.session.core.JoinCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The rules for reading a session's report. */
@Path("/api/sessions/{id}/report-access")
@Authenticated
@Tag(name = "Sessions")
public class ReportAccessResource {

  private final ReportAccessService access;

  ReportAccessResource(ReportAccessService access) {
    this.access = access;
  }

  @GET
  @Uncompressed
  @Operation(
      operationId = "getReportAccess",
      summary = "See who can read the report",
      description = "For owners, members and facilitators.")
  @APIResponse(responseCode = "200", description = "The present rules.")
  @Raises("not-facilitator")
  public ReportAccess get(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return access.get(id);
  }

  @PATCH
  @Operation(
      operationId = "changeReportAccess",
      summary = "Let observers read the report or not",
      description = "For owners, members and facilitators, in every phase.")
  @APIResponse(responseCode = "200", description = "The rules after the change.")
  @Raises("not-facilitator")
  public ReportAccess change(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid ChangeReportAccess request) {
    return Patches.isEmpty(request)
        ? access.get(id)
        : access.change(id, session -> session.reportForObservers = request.observers());
  }

  @POST
  @Path("reader-code")
  @Operation(
      operationId = "renewReaderCode",
      summary = "Make a reader code",
      description =
          "For owners, members and facilitators, in every phase. The code lets anybody who has it read the"
              + " report, also later. An earlier code and the tokens for it stop working within"
              + " seconds. Each request makes another code.")
  @APIResponse(responseCode = "200", description = "The rules with the new code.")
  @Raises("not-facilitator")
  public ReportAccess renew(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return access.change(id, session -> session.readerCode = JoinCode.randomForLinks());
  }

  @DELETE
  @Path("reader-code")
  @Operation(
      operationId = "disableReaderCode",
      summary = "Disable the reader code",
      description =
          "For owners, members and facilitators, in every phase. The code and the tokens for it stop"
              + " working within seconds. A repeated request has no effect.")
  @APIResponse(responseCode = "204", description = "The session has no reader code.")
  @Raises("not-facilitator")
  public void disable(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    access.change(id, session -> session.readerCode = null);
  }
}

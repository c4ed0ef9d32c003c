package microstorm.session.reading;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.intake.ClientAddress;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Exchanges reader codes for tokens. */
@Path("/api/sessions/{id}/readers")
@Tag(name = "Sessions")
public class ReaderResource {

  private final ReportAccessService access;

  ReaderResource(ReportAccessService access) {
    this.access = access;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openReport",
      summary = "Exchange a reader code for a token",
      description =
          "For anybody with the reader code, without a token. The answer has a token with the role"
              + " `reader`, which reads the report of this session and nothing else. Each request"
              + " gets another token.")
  @APIResponse(responseCode = "200", description = "A new token.")
  @Raises({"reader-code-wrong", "too-many-wrong-codes"})
  public ReaderToken open(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid OpenReport request,
      @Context HttpServerRequest connection) {
    return access.open(id, request.readerCode(), ClientAddress.of(connection));
  }
}

package microstorm.session.plan;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/sessions/{id}/join-code")
@Authenticated
@Tag(name = "Sessions")
public class JoinCodeResource {

  private final PlanService planning;

  JoinCodeResource(PlanService planning) {
    this.planning = planning;
  }

  @POST
  @Operation(
      operationId = "renewJoinCodes",
      summary = "Make new join codes",
      description =
          "For owners, members and facilitators, until the session is over. The old codes stop working at"
              + " once. People who have joined keep their seats. Each request makes other codes.")
  @APIResponse(
      responseCode = "200",
      description = "The new codes.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JoinCodes.class)))
  @Raises({"not-facilitator", "session-closed"})
  public JoinCodes renew(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return JoinCodes.of(planning.renewCodes(id));
  }
}

package microstorm.session.deletion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/sessions")
@RolesAllowed(Caller.OWNER)
@Tag(name = "Sessions")
public class SessionDeletionResource {

  private final Caller caller;
  private final DeletionService deletions;

  SessionDeletionResource(Caller caller, DeletionService deletions) {
    this.caller = caller;
    this.deletions = deletions;
  }

  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteSession",
      summary = "Delete a session",
      description =
          "For owners, in the phases `planned`, `closed` and `cancelled`. Removes the session, the"
              + " names of its people, its board and its report for good. The other services follow"
              + " within moments. Open actions stay with the team, without the session. A"
              + " repeated request has the same answer. A log that still contains the session brings"
              + " it in again as a new one.")
  @APIResponse(
      responseCode = "200",
      description = "What was removed.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeletedSessionView.class)))
  @Raises("session-running")
  public DeletedSessionView delete(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return deletions.delete(caller.teamId(), id);
  }
}

package microstorm.session.invitation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import microstorm.http.intake.ClientAddress;
import microstorm.http.openapi.Raises;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds the session of a code, so that a link or a QR code needs nothing but the code. */
@Path("/api/invitations")
@Tag(name = "Participants")
public class InvitationResource {

  private final InvitationService invitations;

  InvitationResource(InvitationService invitations) {
    this.invitations = invitations;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openInvitation",
      summary = "Find the session of a code",
      description =
          "For anybody with a join code or a facilitator code, without a token, until the codes are"
              + " renewed. The answer says which session the code belongs to and what its people see"
              + " before they join. The code is in the body, so that no log keeps it.")
  @APIResponse(responseCode = "200", description = "The session of the code.")
  @Raises({"join-code-wrong", "too-many-wrong-codes"})
  public Invitation open(
      @NotNull @Valid OpenInvitation request, @Context HttpServerRequest connection) {
    return invitations.open(request.joinCode(), ClientAddress.of(connection));
  }
}

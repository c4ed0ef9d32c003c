package microstorm.session.phase;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.session.core.Phase;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The phases of a session. */
@Path("/api/sessions/{id}/phase")
@Authenticated
public class PhaseResource {

  private final PhaseService phases;

  PhaseResource(PhaseService phases) {
    this.phases = phases;
  }

  /** Enters a phase. Closing answers 202, because the board must be sealed first. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(
      value = PhaseView.class,
      responseCode = "200",
      responseDescription = "The session is in this phase")
  @APIResponse(
      responseCode = "202",
      description = "The session is closing; it is closed as soon as the board is sealed",
      content = @Content(schema = @Schema(implementation = PhaseView.class)))
  public RestResponse<PhaseView> change(UUID id, @NotNull @Valid ChangePhase request) {
    PhaseView view = phases.change(id, request.to());
    return RestResponse.status(view.phase() == Phase.CLOSING ? Status.ACCEPTED : Status.OK, view);
  }
}

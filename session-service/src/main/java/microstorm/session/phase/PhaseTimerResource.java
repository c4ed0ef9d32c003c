package microstorm.session.phase;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
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

@Path("/api/sessions/{id}/phase/timer")
@Authenticated
@Tag(name = "Phases")
public class PhaseTimerResource {

  private final PhaseTimerService phaseTimer;

  PhaseTimerResource(PhaseTimerService phaseTimer) {
    this.phaseTimer = phaseTimer;
  }

  @PUT
  @Operation(
      operationId = "setPhaseTimer",
      summary = "Set the time for the phase",
      description =
          "For owners, members and facilitators, from the quiet phase to `agreeing`. Sets or moves"
              + " the end of the time for the present phase. The phase does not end then: everybody"
              + " sees that the time is over. A break postpones the end. In the quiet phase it can"
              + " only extend the minimum quiet time. The end of a quiet phase over days can be moved"
              + " to any time up to 30 days after its beginning, but to an earlier one only if 24"
              + " hours are left until then. A repeated request with the same `endsAt` has"
              + " no effect.")
  @APIResponse(
      responseCode = "200",
      description = "The phase with its end.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PhaseView.class)))
  @Raises({
    "not-facilitator",
    "not-started",
    "session-closed",
    "break-running",
    "quiet-time-not-over"
  })
  public PhaseView set(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid SetPhaseTimer request) {
    return phaseTimer.set(id, request);
  }

  @DELETE
  @Operation(
      operationId = "clearPhaseTimer",
      summary = "Remove the time for the phase",
      description =
          "For owners, members and facilitators, from the sharing phase to `agreeing`. The minimum"
              + " quiet time cannot be removed. A repetition changes nothing.")
  @APIResponse(responseCode = "204", description = "The phase has no end.")
  @Raises({
    "not-facilitator",
    "not-started",
    "session-closed",
    "break-running",
    "quiet-time-not-over"
  })
  public void clear(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    phaseTimer.clear(id);
  }
}

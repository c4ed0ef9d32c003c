package microstorm.session.phase;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import microstorm.session.core.Phase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/api/sessions/{id}/phase")
@Authenticated
@Tag(name = "Phases", description = "The phases of a session, from its plan to its end.")
public class PhaseResource {

  private final PhaseService phases;

  PhaseResource(PhaseService phases) {
    this.phases = phases;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePhase",
      summary = "Enter the next phase",
      description =
          "For owners, members and facilitators. The order is `planned`, `lobby`, `quiet`, `sharing`,"
              + " `converging` (optional), `agreeing` (optional), `closing`. The quiet phase needs"
              + " a problem and a criterion. It lasts its minimum time, or until every connected"
              + " participant is ready. `agreeing` counts dots and marks and shows the results."
              + " `cancelled` is possible before the sharing phase. Some steps can be undone, if the"
              + " request says in `from` which phase it leaves: `quiet` to `lobby`, `lobby` or"
              + " `cancelled` to `planned`, and `converging` to `sharing` without counting. Hidden"
              + " ideas, dots and marks stay hidden and are kept. During a break a session can only be closed or"
              + " cancelled. A request for the present phase has no effect, so that a request can"
              + " be repeated.")
  @APIResponse(
      responseCode = "200",
      description = "The session is in this phase.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PhaseView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "The session is closing, and it is closed as soon as its board is sealed. Or a phase is"
              + " announced and begins later.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PhaseView.class)))
  @Raises({
    "not-facilitator",
    "session-closed",
    "phase-order",
    "break-running",
    "problem-missing",
    "criteria-missing",
    "quiet-until-out-of-range",
    "quiet-time-not-over",
    "convergence-off",
    "ideas-written"
  })
  public RestResponse<PhaseView> change(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid ChangePhase request) {
    PhaseView view = phases.change(id, request);
    boolean goesOn = view.phase() == Phase.CLOSING || view.announcement() != null;
    return RestResponse.status(goesOn ? Status.ACCEPTED : Status.OK, view);
  }
}

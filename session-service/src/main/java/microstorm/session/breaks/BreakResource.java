package microstorm.session.breaks;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/sessions/{id}/breaks")
@Authenticated
@Tag(name = "Breaks", description = "Breaks of the whole group. A break stops every timer.")
public class BreakResource {

  private final BreakService breaks;

  BreakResource(BreakService breaks) {
    this.breaks = breaks;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "takeBreak",
      summary = "Begin or schedule a break",
      description =
          "For owners, members and facilitators. A break can begin at once from the quiet phase until the"
              + " session closes, but not in the quiet phase of a session over days. A break can be scheduled in any phase before the session is over;"
              + " it is cancelled if its time comes before the session starts, in such a quiet"
              + " phase or during another break. A session has at most 100 breaks, of which at most 20 are scheduled. During a"
              + " break nobody can write and no timer runs. The break ends by itself. A repeated"
              + " request may schedule a second break.")
  @APIResponse(
      responseCode = "201",
      description = "The break that has begun or is scheduled.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BreakView.class)))
  @Raises({
    "not-facilitator",
    "session-closed",
    "not-started",
    "break-running",
    "breaks-off",
    "too-many-breaks"
  })
  public RestResponse<BreakView> take(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid TakeBreak request) {
    return RestResponse.status(RestResponse.Status.CREATED, breaks.take(id, request));
  }

  @DELETE
  @Path("current")
  @Operation(
      operationId = "endBreak",
      summary = "End the running break",
      description =
          "For owners, members and facilitators. All timers continue: the minimum quiet time ends later"
              + " by the length of the break. If no break is running, the request has no effect and"
              + " the same answer.")
  @APIResponse(responseCode = "204", description = "No break is running.")
  @Raises("not-facilitator")
  public void end(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    breaks.end(id);
  }

  @DELETE
  @Path("{breakId}")
  @Operation(
      operationId = "cancelBreak",
      summary = "Cancel a scheduled break",
      description =
          "For owners, members and facilitators, until the break begins. A repeated request has the same"
              + " answer. Only the last 100 cancelled breaks of a session are remembered for this.")
  @APIResponse(responseCode = "204", description = "The break is cancelled.")
  @Raises({"not-facilitator", "session-closed"})
  public void unschedule(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @Parameter(description = ApiText.BREAK_ID, example = ApiText.A_BREAK) @RestPath
          UUID breakId) {
    breaks.unschedule(id, breakId);
  }
}

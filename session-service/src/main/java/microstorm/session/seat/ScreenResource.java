package microstorm.session.seat;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The screens of rooms. */
@Path("/api/sessions/{id}/screens")
@Tag(name = "Participants")
public class ScreenResource {

  private static final String SCREEN = "The id of the screen's request.";

  private final ScreenService screens;

  ScreenResource(ScreenService screens) {
    this.screens = screens;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "requestScreen",
      summary = "Ask to show a session on a screen",
      description =
          "For a screen that everybody in a room can see, with the join code and without a token,"
              + " until the session is over. The screen shows its sign and waits until a facilitator"
              + " admits it; then it takes its seat as an observer with the rejoin key. At most five"
              + " screens wait for a session, each for ten minutes.")
  @APIResponse(
      responseCode = "201",
      description = "The screen waits for its admission.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RequestedScreen.class)))
  @Raises({"join-code-wrong", "session-closed", "too-many-screens", "too-many-wrong-codes"})
  public RestResponse<RequestedScreen> request(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid ShowOnScreen request,
      @Context HttpServerRequest connection) {
    return RestResponse.status(
        RestResponse.Status.CREATED,
        screens.request(id, request.joinCode(), ClientAddress.of(connection)));
  }

  @GET
  @Authenticated
  @Operation(
      operationId = "listScreens",
      summary = "List the screens that wait",
      description = "For owners, members and facilitators.")
  @APIResponse(responseCode = "200", description = "The screens that wait for their admission.")
  @Raises("not-facilitator")
  public WaitingScreens waiting(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return screens.waiting(id);
  }

  @POST
  @Path("{screenId}/admission")
  @Authenticated
  @Operation(
      operationId = "admitScreen",
      summary = "Admit a screen",
      description =
          "For owners, members and facilitators, until the session is over. The screen gets a seat as an"
              + " observer, which can be removed like every seat.")
  @APIResponse(responseCode = "204", description = "The screen has a seat.")
  @Raises({"not-facilitator", "session-closed", "too-many-participants"})
  public void admit(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @Parameter(description = SCREEN, example = ApiText.A_PARTICIPANT) @RestPath UUID screenId) {
    screens.admit(id, screenId);
  }

  @DELETE
  @Path("{screenId}")
  @Authenticated
  @Operation(
      operationId = "refuseScreen",
      summary = "Refuse a screen",
      description = "For owners, members and facilitators. The screen no longer waits.")
  @APIResponse(responseCode = "204", description = "The screen no longer waits.")
  @Raises("not-facilitator")
  public void refuse(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @Parameter(description = SCREEN, example = ApiText.A_PARTICIPANT) @RestPath UUID screenId) {
    screens.refuse(id, screenId);
  }
}

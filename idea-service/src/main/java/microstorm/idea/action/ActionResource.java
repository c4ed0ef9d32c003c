package microstorm.idea.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.AwaitsPhase;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The actions of a board. */
@Path("/api/boards/{sessionId}/actions")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class ActionResource {

  private final ActionService actions;
  private final ViewerResolver viewers;

  ActionResource(ActionService actions, ViewerResolver viewers) {
    this.actions = actions;
    this.viewers = viewers;
  }

  /** Adds an action: 201, or 200 with the existing action when the request is a repetition. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = Action.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its result",
      content = @Content(schema = @Schema(implementation = Action.class)))
  @AwaitsPhase
  public RestResponse<Action> add(UUID sessionId, @NotNull @Valid AddAction action) {
    return actions.add(sessionId, viewers.admitted(sessionId), action).answer();
  }

  /** Changes an action. */
  @PATCH
  @Path("{actionId}")
  @AwaitsPhase
  public Action change(UUID sessionId, UUID actionId, @NotNull @Valid ChangeAction change) {
    return actions.change(sessionId, viewers.admitted(sessionId), actionId, change);
  }

  /** Removes an action. */
  @DELETE
  @Path("{actionId}")
  @AwaitsPhase
  public void remove(UUID sessionId, UUID actionId) {
    actions.remove(sessionId, viewers.admitted(sessionId), actionId);
  }
}

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
import microstorm.http.openapi.Raises;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.idea.board.Boards;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Actions in a session. */
@Tag(
    name = "Actions",
    description =
        "Tasks that somebody will do after the session. They belong to the team: a session shows"
            + " those of the sessions before.")
@Path("/api/boards/{sessionId}/actions")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class ActionResource {

  private final ActionService actions;
  private final Boards boards;
  private final ViewerResolver viewers;

  ActionResource(ActionService actions, Boards boards, ViewerResolver viewers) {
    this.actions = actions;
    this.boards = boards;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "addAction",
      summary = "Add an action",
      description =
          "Adds a task that somebody will do after the session. Everybody except observers may do"
              + " this in the phase agreeing, in which the group sees its results. The action"
              + " belongs to the team, and later sessions show it. A repetition with the same id"
              + " answers 200 with the action as it is now.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-started",
    "results-first",
    "session-closed",
    "break-running",
    "id-in-use",
    "board-full"
  })
  @APIResponseSchema(
      value = Action.class,
      responseCode = "201",
      responseDescription = "The new action")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its action",
      content = @Content(schema = @Schema(implementation = Action.class)))
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @AwaitsPhase
  public RestResponse<Action> add(UUID sessionId, @NotNull @Valid AddAction action) {
    return actions.add(sessionId, viewers.admitted(sessionId), action).answer();
  }

  @Operation(
      operationId = "changeAction",
      summary = "Change an action in a session",
      description =
          "Changes an action that the session shows: its own, or one of another session of the team."
              + " The same people may do this as with `PATCH /api/actions/{actionId}`. If the action"
              + " is done or dropped, the session becomes part of its history.")
  @Raises({
    "edit-key-invalid",
    "not-your-action",
    "observer",
    "not-started",
    "results-first",
    "session-closed",
    "break-running",
    "board-full"
  })
  @APIResponseSchema(
      value = Action.class,
      responseCode = "200",
      responseDescription = "The changed action")
  @PATCH
  @Path("{actionId}")
  @AwaitsPhase
  public Action change(UUID sessionId, UUID actionId, @NotNull @Valid ChangeAction change) {
    Viewer viewer = viewers.admitted(sessionId);
    UUID team =
        boards.find(sessionId).orElseThrow(() -> ProblemException.notFound("board")).teamId();
    return actions.change(new ActionEditor(viewer, team, sessionId), actionId, change);
  }

  @Operation(
      operationId = "removeAction",
      summary = "Remove an action",
      description =
          "Removes an action from the session in which it is agreed. Everybody except observers may"
              + " do this in the phase agreeing. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-started",
    "results-first",
    "session-closed",
    "break-running"
  })
  @APIResponse(responseCode = "204", description = "The action is removed")
  @DELETE
  @Path("{actionId}")
  @AwaitsPhase
  public void remove(UUID sessionId, UUID actionId) {
    actions.remove(sessionId, viewers.admitted(sessionId), actionId);
  }
}

package microstorm.idea.action;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.idea.action.ActionList.Filter;
import microstorm.idea.board.Boards;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.text.ShortText;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The actions of a team, from all of its sessions. */
@Tag(ref = "Actions")
@Path("/api/actions")
public class TeamActionResource {

  private static final int MAX_PAGE = 200;
  private static final Set<String> STATES = Set.of("open", "done", "dropped");
  private static final String ID = "0190a000-0000-7000-8000-000000000001";

  private final ActionService actions;
  private final ActionList list;
  private final Boards boards;
  private final ViewerResolver viewers;
  private final Caller caller;

  TeamActionResource(
      ActionService actions,
      ActionList list,
      Boards boards,
      ViewerResolver viewers,
      Caller caller) {
    this.actions = actions;
    this.list = list;
    this.boards = boards;
    this.viewers = viewers;
    this.caller = caller;
  }

  @Operation(
      operationId = "listActions",
      summary = "List the team's actions",
      description =
          "For owners and members. Lists the actions of all sessions of the team, in pages: open"
              + " ones first, by due date, so that late ones come first, then those without one;"
              + " after them finished ones, the newest first. People with a seat see the actions on"
              + " the board of their session.")
  @Raises("action-state-unknown")
  @APIResponseSchema(
      value = ActionPage.class,
      responseCode = "200",
      responseDescription = "A page of actions")
  @GET
  @RolesAllowed({Caller.OWNER, Caller.MEMBER})
  @Transactional
  public ActionPage list(
      @Parameter(
              description =
                  "The states of the listed actions, separated by commas. By default open.",
              example = "open,done")
          @RestQuery
          @DefaultValue(Action.OPEN)
          String state,
      @Parameter(
              description = "The owner of the listed actions, in upper or lower case.",
              example = "Ana")
          @RestQuery
          @ShortText
          String person,
      @Parameter(description = "The first due date of the listed actions.", example = "2026-01-01")
          @RestQuery
          @CalendarDay
          LocalDate dueFrom,
      @Parameter(
              description =
                  "The last due date of the listed actions. With the date of yesterday, the list"
                      + " has the late ones.",
              example = "2026-12-31")
          @RestQuery
          @CalendarDay
          LocalDate dueUntil,
      @Parameter(description = "The session in which the listed actions were agreed.", example = ID)
          @RestQuery
          UUID sessionId,
      @Parameter(
              description =
                  "The value of `next` from the previous page; absent for the first page.",
              example = "OTQ5OS8wMTkwYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE")
          @RestQuery
          String cursor,
      @Parameter(description = "The maximum number of actions in the page.", example = "50")
          @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MAX_PAGE)
          int limit) {
    Filter filter = new Filter(states(state), person, dueFrom, dueUntil, sessionId);
    return list.read(caller.teamId(), filter, ActionCursor.decode(cursor), limit);
  }

  private static Set<String> states(String text) {
    Set<String> states = Set.copyOf(List.of(text.split(",", STATES.size() + 1)));
    if (!STATES.containsAll(states)) {
      throw BoardProblem.ACTION_STATE_UNKNOWN.exception();
    }
    return states;
  }

  @Operation(
      operationId = "changeTeamAction",
      summary = "Change an action of the team",
      description =
          "Changes an action, of whatever session of the team. Owners and members may do this at any"
              + " time; facilitators while their session runs, with every action that it shows; the"
              + " person whose seat the action names may change its state at any time. In the phase"
              + " `agreeing` of the session in which the action is agreed, everybody but observers"
              + " may change it.")
  @Raises({
    "edit-key-invalid",
    "not-found",
    "not-your-action",
    "observer",
    "not-started",
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
  @RolesAllowed({
    Caller.OWNER,
    Caller.MEMBER,
    Caller.FACILITATOR,
    Caller.PARTICIPANT,
    Caller.OBSERVER
  })
  public Action change(
      @RestPath @Parameter(description = "The action.", example = ID) UUID actionId,
      @NotNull @Valid ChangeAction change) {
    ActionEditor editor =
        caller
            .sessionId()
            .map(this::seated)
            .orElseGet(
                () ->
                    new ActionEditor(
                        new Viewer(caller.id(), caller.role(), List.of()), caller.teamId(), null));
    return actions.change(editor, actionId, change);
  }

  private ActionEditor seated(UUID sessionId) {
    Viewer viewer = viewers.admitted(sessionId);
    UUID team =
        boards.find(sessionId).orElseThrow(() -> ProblemException.notFound("action")).teamId();
    return new ActionEditor(viewer, team, sessionId);
  }

  @Operation(
      operationId = "deleteAction",
      summary = "Delete an action of the team",
      description =
          "For owners. Deletes the action with its text, at any time and for good. An action that"
              + " the team lets go needs no deletion: give it the state `dropped`. A repetition"
              + " changes nothing.")
  @Raises("not-found")
  @APIResponse(responseCode = "204", description = "The action is deleted")
  @DELETE
  @Path("{actionId}")
  @RolesAllowed(Caller.OWNER)
  public void delete(
      @RestPath @Parameter(description = "The action.", example = ID) UUID actionId) {
    actions.forget(caller.teamId(), actionId);
  }
}

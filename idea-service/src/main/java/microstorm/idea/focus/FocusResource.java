package microstorm.idea.focus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.idea.board.Focus;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The item that everybody looks at. */
@Tag(name = "Focus", description = "The idea, group or topic that the facilitator shows.")
@Path("/api/boards/{sessionId}/focus")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class FocusResource {

  private final FocusService focus;
  private final ViewerResolver viewers;

  FocusResource(FocusService focus, ViewerResolver viewers) {
    this.focus = focus;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "showItem",
      summary = "Show an item to everybody",
      description =
          "For facilitators, owners and members, in the phases `sharing`, `converging` and"
              + " `agreeing`. Shows an idea, group or topic in place of the one shown before; it is"
              + " the `focus` of the board's session, also on the live stream. The next phase"
              + " begins without one. While the group is split into rooms, only items that everybody"
              + " sees can be shown. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "not-facilitator",
    "not-started",
    "quiet",
    "session-closed",
    "break-running",
    "rooms-open"
  })
  @APIResponse(responseCode = "204", description = "The item is shown")
  @PUT
  @AwaitsPhase
  public void show(UUID sessionId, @NotNull @Valid Focus item) {
    focus.show(sessionId, viewers.admitted(sessionId), item);
  }

  @Operation(
      operationId = "showNothing",
      summary = "Show no item any more",
      description =
          "For facilitators, owners and members, in the phases `sharing`, `converging` and"
              + " `agreeing`. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "not-facilitator",
    "not-started",
    "quiet",
    "session-closed",
    "break-running"
  })
  @APIResponse(responseCode = "204", description = "No item is shown")
  @DELETE
  @AwaitsPhase
  public void clear(UUID sessionId) {
    focus.clear(sessionId, viewers.admitted(sessionId));
  }
}

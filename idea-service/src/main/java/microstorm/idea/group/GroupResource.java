package microstorm.idea.group;

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
import microstorm.http.token.Caller;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The affinity groups of a board. */
@Tag(name = "Groups", description = "Affinity groups: ideas that belong together.")
@Path("/api/boards/{sessionId}/groups")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class GroupResource {

  private final GroupService groups;
  private final ViewerResolver viewers;

  GroupResource(GroupService groups, ViewerResolver viewers) {
    this.groups = groups;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "addGroup",
      summary = "Group ideas",
      description =
          "Adds an affinity group of ideas that belong together. Facilitators and "
              + "participants may do this in the sharing and converging phases. The ideas "
              + "leave the groups that they are in. A repetition with the same id answers "
              + "200 with the group as it is now.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "quiet",
    "agreeing",
    "session-closed",
    "break-running",
    "other-room",
    "id-in-use",
    "board-full"
  })
  @APIResponseSchema(
      value = GroupView.class,
      responseCode = "201",
      responseDescription = "The new group")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its group",
      content = @Content(schema = @Schema(implementation = GroupView.class)))
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @AwaitsPhase
  public RestResponse<GroupView> add(UUID sessionId, @NotNull @Valid AddGroup group) {
    return groups.add(sessionId, viewers.admitted(sessionId), group).answer();
  }

  @Operation(
      operationId = "changeGroup",
      summary = "Rename a group, or replace or order its ideas",
      description =
          "Renames an affinity group, or replaces all its ideas; their order is the one of the"
              + " list. Facilitators and "
              + "participants may do this in the sharing and converging phases.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "quiet",
    "agreeing",
    "session-closed",
    "break-running",
    "other-room"
  })
  @APIResponseSchema(
      value = GroupView.class,
      responseCode = "200",
      responseDescription = "The changed group")
  @PATCH
  @Path("{groupId}")
  @AwaitsPhase
  public GroupView change(UUID sessionId, UUID groupId, @NotNull @Valid ChangeGroup change) {
    return groups.change(sessionId, viewers.admitted(sessionId), groupId, change);
  }

  @Operation(
      operationId = "removeGroup",
      summary = "Remove a group",
      description =
          "Removes an affinity group; its ideas stay on the board. Facilitators and "
              + "participants may do this in the sharing and converging phases. A "
              + "repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "quiet",
    "agreeing",
    "session-closed",
    "break-running"
  })
  @APIResponse(responseCode = "204", description = "The group is removed")
  @DELETE
  @Path("{groupId}")
  @AwaitsPhase
  public void remove(UUID sessionId, UUID groupId) {
    groups.remove(sessionId, viewers.admitted(sessionId), groupId);
  }

  @Operation(
      operationId = "restoreGroup",
      summary = "Bring a group back",
      description =
          "Brings back a removed affinity group with those of its ideas that are in no other group"
              + " now. Facilitators and participants may do this in the sharing and converging"
              + " phases. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "quiet",
    "agreeing",
    "session-closed",
    "break-running",
    "board-full"
  })
  @APIResponseSchema(
      value = GroupView.class,
      responseCode = "200",
      responseDescription = "The group is on the board")
  @POST
  @Path("{groupId}/restore")
  @AwaitsPhase
  public GroupView restore(UUID sessionId, UUID groupId) {
    return groups.restore(sessionId, viewers.admitted(sessionId), groupId);
  }
}

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
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.AwaitsPhase;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The affinity groups of a board. */
@Path("/api/boards/{sessionId}/groups")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class GroupResource {

  private final GroupService groups;
  private final ViewerResolver viewers;

  GroupResource(GroupService groups, ViewerResolver viewers) {
    this.groups = groups;
    this.viewers = viewers;
  }

  /** Groups ideas: 201, or 200 with the existing group when the request is a repetition. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = GroupView.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its result",
      content = @Content(schema = @Schema(implementation = GroupView.class)))
  @AwaitsPhase
  public RestResponse<GroupView> add(UUID sessionId, @NotNull @Valid AddGroup group) {
    return groups.add(sessionId, viewers.admitted(sessionId), group).answer();
  }

  /** Renames a group or replaces its ideas. */
  @PATCH
  @Path("{groupId}")
  @AwaitsPhase
  public GroupView change(UUID sessionId, UUID groupId, @NotNull @Valid ChangeGroup change) {
    return groups.change(sessionId, viewers.admitted(sessionId), groupId, change);
  }

  /** Removes a group; its ideas stay. */
  @DELETE
  @Path("{groupId}")
  @AwaitsPhase
  public void remove(UUID sessionId, UUID groupId) {
    groups.remove(sessionId, viewers.admitted(sessionId), groupId);
  }
}

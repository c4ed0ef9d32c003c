package microstorm.idea.reaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Refuses likes, comments and similar reactions to an idea, which other tools offer, and gives the
 * reason.
 */
@Tag(ref = "Reactions")
@Path("/api/boards/{sessionId}/ideas/{ideaId}/{reaction: " + RefusedReactions.WORDS + "}")
@APIResponse(responseCode = "409", description = "Always refused; detail gives the reason")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class IdeaReactionResource {

  private final RefusedReactions reactions;
  private final ViewerResolver viewers;

  IdeaReactionResource(RefusedReactions reactions, ViewerResolver viewers) {
    this.reactions = reactions;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "postIdeaReaction",
      summary = "Post a reaction to an idea (always refused)",
      description =
          "Always refused: ideas are neither rewarded nor criticised while the group "
              + "collects them, and chosen only by dots and marks after that. The problem "
              + "gives the reason.")
  @Raises({
    "edit-key-invalid",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running",
    "dot-votes-only"
  })
  @POST
  public void post(UUID sessionId, UUID ideaId, String reaction) {
    refuse(sessionId);
  }

  @Operation(
      operationId = "putIdeaReaction",
      summary = "Put a reaction to an idea (always refused)",
      description =
          "Always refused: ideas are neither rewarded nor criticised while the group "
              + "collects them, and chosen only by dots and marks after that. The problem "
              + "gives the reason.")
  @Raises({
    "edit-key-invalid",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running",
    "dot-votes-only"
  })
  @PUT
  public void put(UUID sessionId, UUID ideaId, String reaction) {
    refuse(sessionId);
  }

  @Operation(
      operationId = "patchIdeaReaction",
      summary = "Patch a reaction to an idea (always refused)",
      description =
          "Always refused: ideas are neither rewarded nor criticised while the group "
              + "collects them, and chosen only by dots and marks after that. The problem "
              + "gives the reason.")
  @Raises({
    "edit-key-invalid",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running",
    "dot-votes-only"
  })
  @PATCH
  public void patch(UUID sessionId, UUID ideaId, String reaction) {
    refuse(sessionId);
  }

  @Operation(
      operationId = "deleteIdeaReaction",
      summary = "Delete a reaction to an idea (always refused)",
      description =
          "Always refused: ideas are neither rewarded nor criticised while the group "
              + "collects them, and chosen only by dots and marks after that. The problem "
              + "gives the reason.")
  @Raises({
    "edit-key-invalid",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running",
    "dot-votes-only"
  })
  @DELETE
  public void delete(UUID sessionId, UUID ideaId, String reaction) {
    refuse(sessionId);
  }

  private void refuse(UUID sessionId) {
    viewers.admitted(sessionId);
    reactions.refuse(sessionId);
  }
}

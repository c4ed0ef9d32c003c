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
 * Refuses likes, comments and similar reactions to a board, which other tools offer, and gives the
 * reason.
 */
@Tag(
    name = "Reactions",
    description =
        "Likes, comments and other reactions that other tools offer. They are always refused, with"
            + " the reason.")
@Path("/api/boards/{sessionId}/{reaction: " + RefusedReactions.WORDS + "}")
@APIResponse(responseCode = "409", description = "Always refused; detail gives the reason")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class BoardReactionResource {

  private final RefusedReactions reactions;
  private final ViewerResolver viewers;

  BoardReactionResource(RefusedReactions reactions, ViewerResolver viewers) {
    this.reactions = reactions;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "postBoardReaction",
      summary = "Post a reaction to a board (always refused)",
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
  public void post(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  @Operation(
      operationId = "putBoardReaction",
      summary = "Put a reaction to a board (always refused)",
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
  public void put(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  @Operation(
      operationId = "patchBoardReaction",
      summary = "Patch a reaction to a board (always refused)",
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
  public void patch(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  @Operation(
      operationId = "deleteBoardReaction",
      summary = "Delete a reaction to a board (always refused)",
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
  public void delete(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  private void refuse(UUID sessionId) {
    viewers.admitted(sessionId);
    reactions.refuse(sessionId);
  }
}

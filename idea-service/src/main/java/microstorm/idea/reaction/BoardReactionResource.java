package microstorm.idea.reaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.ViewerResolver;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Refuses likes, comments and similar reactions to a board, which other tools offer, and gives the
 * reason.
 */
@Path("/api/boards/{sessionId}/{reaction: " + RefusedReactions.WORDS + "}")
@APIResponse(responseCode = "409", description = "Always refused; detail gives the reason")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class BoardReactionResource {

  private final RefusedReactions reactions;
  private final ViewerResolver viewers;

  BoardReactionResource(RefusedReactions reactions, ViewerResolver viewers) {
    this.reactions = reactions;
    this.viewers = viewers;
  }

  @POST
  public void post(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  @PUT
  public void put(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  @PATCH
  public void patch(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  @DELETE
  public void delete(UUID sessionId, String reaction) {
    refuse(sessionId);
  }

  private void refuse(UUID sessionId) {
    viewers.admitted(sessionId);
    reactions.refuse(sessionId);
  }
}

package microstorm.idea.reaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.ViewerResolver;
import microstorm.web.Caller;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Where other tools take likes, comments and the like on an idea: refused, with the reason,
 * whichever it is.
 */
@Path("/api/boards/{sessionId}/ideas/{ideaId}/{habit: " + RefusedReactions.WORDS + "}")
@APIResponse(responseCode = "409", description = "Always, and detail says why")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class IdeaReactionResource {

  private final RefusedReactions habits;
  private final ViewerResolver viewers;

  IdeaReactionResource(RefusedReactions habits, ViewerResolver viewers) {
    this.habits = habits;
    this.viewers = viewers;
  }

  @POST
  public void post(UUID sessionId, UUID ideaId, String habit) {
    refuse(sessionId);
  }

  @PUT
  public void put(UUID sessionId, UUID ideaId, String habit) {
    refuse(sessionId);
  }

  @PATCH
  public void patch(UUID sessionId, UUID ideaId, String habit) {
    refuse(sessionId);
  }

  @DELETE
  public void delete(UUID sessionId, UUID ideaId, String habit) {
    refuse(sessionId);
  }

  private void refuse(UUID sessionId) {
    viewers.admitted(sessionId);
    habits.refuse(sessionId);
  }
}

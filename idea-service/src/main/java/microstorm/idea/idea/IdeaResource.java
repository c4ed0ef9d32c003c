package microstorm.idea.idea;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.AwaitsPhase;
import microstorm.web.token.Caller;

/** The ideas of a board. */
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class IdeaResource {

  private final IdeaService ideas;
  private final ViewerResolver viewers;

  IdeaResource(IdeaService ideas, ViewerResolver viewers) {
    this.ideas = ideas;
    this.viewers = viewers;
  }

  /** An idea, for everybody who may see it. */
  @GET
  @Path("{ideaId}")
  public IdeaView get(UUID sessionId, UUID ideaId) {
    return ideas.get(sessionId, viewers.admitted(sessionId), ideaId);
  }

  /** Changes the text of an idea, for its author, or moves it, for facilitators and owners. */
  @PATCH
  @Path("{ideaId}")
  @AwaitsPhase
  public IdeaReceipt change(UUID sessionId, UUID ideaId, @NotNull @Valid ChangeIdea change) {
    return ideas.change(sessionId, viewers.admitted(sessionId), ideaId, change);
  }

  /** Withdraws one's own idea. */
  @DELETE
  @Path("{ideaId}")
  @AwaitsPhase
  public void withdraw(UUID sessionId, UUID ideaId) {
    ideas.withdraw(sessionId, viewers.admitted(sessionId), ideaId);
  }
}

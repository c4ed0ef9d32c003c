package microstorm.idea.idea;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.PhaseRetry;
import microstorm.web.token.Caller;

/** The ideas of a board. */
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class IdeaResource {

  private final IdeaService ideas;
  private final ViewerResolver viewers;
  private final PhaseRetry retry;

  IdeaResource(IdeaService ideas, ViewerResolver viewers, PhaseRetry retry) {
    this.ideas = ideas;
    this.viewers = viewers;
    this.retry = retry;
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
  @Blocking
  public Uni<IdeaReceipt> change(UUID sessionId, UUID ideaId, @NotNull @Valid ChangeIdea change) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(sessionId, () -> ideas.change(sessionId, viewer, ideaId, change));
  }

  /** Withdraws one's own idea. */
  @DELETE
  @Path("{ideaId}")
  @Blocking
  public Uni<Void> withdraw(UUID sessionId, UUID ideaId) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(sessionId, () -> ideas.withdraw(sessionId, viewer, ideaId));
  }
}

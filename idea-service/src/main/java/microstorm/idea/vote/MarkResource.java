package microstorm.idea.vote;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.PhaseRetry;
import microstorm.web.token.Caller;

/** Marks of ideas against the session's criteria. */
@Path("/api/boards/{sessionId}/marks")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class MarkResource {

  private final MarkService marks;
  private final ViewerResolver viewers;
  private final PhaseRetry retry;

  MarkResource(MarkService marks, ViewerResolver viewers, PhaseRetry retry) {
    this.marks = marks;
    this.viewers = viewers;
    this.retry = retry;
  }

  /** Marks an idea against a criterion. Replaces one's earlier mark. */
  @POST
  @Blocking
  public Uni<MarksView.Mark> put(UUID sessionId, @NotNull @Valid PutMark mark) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(sessionId, () -> marks.put(sessionId, viewer, mark));
  }

  /** Takes one's own mark back. */
  @DELETE
  @Path("{ideaId}/{criterionId}")
  @Blocking
  public Uni<Void> takeBack(UUID sessionId, UUID ideaId, UUID criterionId) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(
        sessionId, () -> marks.takeBack(sessionId, viewer, ideaId, criterionId));
  }
}

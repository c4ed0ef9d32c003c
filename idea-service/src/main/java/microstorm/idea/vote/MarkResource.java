package microstorm.idea.vote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.AwaitsPhase;
import microstorm.web.token.Caller;

/** Marks of ideas against the session's criteria. */
@Path("/api/boards/{sessionId}/marks")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class MarkResource {

  private final MarkService marks;
  private final ViewerResolver viewers;

  MarkResource(MarkService marks, ViewerResolver viewers) {
    this.marks = marks;
    this.viewers = viewers;
  }

  /** Marks an idea against a criterion. Replaces one's earlier mark. */
  @POST
  @AwaitsPhase
  public MarksView.Mark put(UUID sessionId, @NotNull @Valid PutMark mark) {
    return marks.put(sessionId, viewers.admitted(sessionId), mark);
  }

  /** Takes one's own mark back. */
  @DELETE
  @Path("{ideaId}/{criterionId}")
  @AwaitsPhase
  public void takeBack(UUID sessionId, UUID ideaId, UUID criterionId) {
    marks.takeBack(sessionId, viewers.admitted(sessionId), ideaId, criterionId);
  }
}

package microstorm.idea.vote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Marks of ideas against the session's criteria. */
@Tag(
    name = "Marks",
    description =
        "Marks of ideas against the criteria of the session. The means stay hidden until"
            + " they are counted.")
@Path("/api/boards/{sessionId}/marks")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class MarkResource {

  private final MarkService marks;
  private final ViewerResolver viewers;

  MarkResource(MarkService marks, ViewerResolver viewers) {
    this.marks = marks;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "markIdea",
      summary = "Mark an idea against a criterion",
      description =
          "Sets the caller's mark of an idea against a criterion, and replaces an "
              + "earlier one. Facilitators and participants may do this in the converging "
              + "phase. A repetition sets the same value again.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running",
    "own-idea",
    "idea-removed"
  })
  @APIResponseSchema(
      value = MarksView.Mark.class,
      responseCode = "200",
      responseDescription = "The mark")
  @POST
  @AwaitsPhase
  public MarksView.Mark put(UUID sessionId, @NotNull @Valid PutMark mark) {
    return marks.put(sessionId, viewers.admitted(sessionId), mark);
  }

  @Operation(
      operationId = "takeMarkBack",
      summary = "Take a mark back",
      description =
          "Removes the caller's mark of an idea against a criterion, in the "
              + "converging phase. Without such a mark nothing changes.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running"
  })
  @APIResponse(responseCode = "204", description = "The caller has no mark here")
  @DELETE
  @Path("{ideaId}/{criterionId}")
  @AwaitsPhase
  public void takeBack(UUID sessionId, UUID ideaId, UUID criterionId) {
    marks.takeBack(sessionId, viewers.admitted(sessionId), ideaId, criterionId);
  }
}

package microstorm.idea.removal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Removes the content of ideas that must not stay on a board. */
@Tag(name = "Ideas")
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class RemovalResource {

  private final RemovalService removals;
  private final ViewerResolver viewers;

  RemovalResource(RemovalService removals, ViewerResolver viewers) {
    this.removals = removals;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "takeIdeaDown",
      summary = "Take an idea down",
      description =
          "Hides the content of an idea from everybody, until somebody reinstates it. Its place on"
              + " the board, in the report and in the log shows that the facilitator removed an"
              + " idea. Facilitators and members may do this from the sharing phase until the"
              + " session closes, also in a break; the owner may do it afterwards too. Ideas that"
              + " build on it, its group, dots and marks stay. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "not-facilitator",
    "not-started",
    "quiet",
    "session-closed",
    "idea-removed"
  })
  @APIResponseSchema(
      value = IdeaView.class,
      responseCode = "200",
      responseDescription = "The idea as everybody sees it now")
  @POST
  @Path("{ideaId}/take-down")
  @AwaitsPhase
  public IdeaView takeDown(UUID sessionId, UUID ideaId) {
    return removals.takeDown(sessionId, viewers.admitted(sessionId), ideaId);
  }

  @Operation(
      operationId = "reinstateIdea",
      summary = "Reinstate an idea",
      description =
          "Brings back the content of an idea that was taken down. Whoever may take an idea down"
              + " may do this, in the same phases. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "not-facilitator",
    "not-started",
    "quiet",
    "session-closed",
    "idea-removed"
  })
  @APIResponseSchema(
      value = IdeaView.class,
      responseCode = "200",
      responseDescription = "The idea with its content")
  @POST
  @Path("{ideaId}/reinstate")
  @AwaitsPhase
  public IdeaView reinstate(UUID sessionId, UUID ideaId) {
    return removals.reinstate(sessionId, viewers.admitted(sessionId), ideaId);
  }

  @Operation(
      operationId = "redactIdea",
      summary = "Redact an idea",
      description =
          "Deletes the content of an idea for good: a password, for example. The database of the"
              + " board forgets it at once, and the report and the log within moments;"
              + " docs/security.md lists the other copies. Its place shows that the facilitator"
              + " removed an idea. Whoever may take an idea down may do this, in the same phases,"
              + " also with an idea that was taken down or withdrawn. Nobody can undo it. A"
              + " repetition changes nothing.")
  @Raises({"edit-key-invalid", "not-facilitator", "not-started", "quiet", "session-closed"})
  @APIResponse(responseCode = "204", description = "The content is deleted")
  @POST
  @Path("{ideaId}/redact")
  @AwaitsPhase
  public void redact(UUID sessionId, UUID ideaId) {
    removals.redact(sessionId, viewers.admitted(sessionId), ideaId);
  }

  @Operation(
      operationId = "getIdeaContent",
      summary = "Get the content of an idea that was taken down",
      description =
          "Returns the content of an idea, even if the idea was taken down. Its author, and"
              + " facilitators, owners and members may do this, in every phase.")
  @Raises({"edit-key-invalid", "not-facilitator", "idea-removed"})
  @APIResponseSchema(
      value = IdeaContent.class,
      responseCode = "200",
      responseDescription = "The content of the idea")
  @GET
  @Path("{ideaId}/content")
  public IdeaContent content(UUID sessionId, UUID ideaId) {
    return removals.content(sessionId, viewers.admitted(sessionId), ideaId);
  }
}

package microstorm.idea.idea;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** The ideas of a board. */
@Tag(
    name = "Ideas",
    description =
        "The ideas of a board. Until the sharing phase only its author can see an idea, on every"
            + " path.")
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class IdeaResource {

  private final IdeaService ideas;
  private final ViewerResolver viewers;

  IdeaResource(IdeaService ideas, ViewerResolver viewers) {
    this.ideas = ideas;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "getIdea",
      summary = "Get an idea",
      description =
          "Returns an idea that the caller may see. Everybody in the session, owners and members"
              + " may do "
              + "this, in every phase. A hidden idea of another author looks absent.")
  @Raises({"edit-key-invalid"})
  @APIResponseSchema(
      value = IdeaView.class,
      responseCode = "200",
      responseDescription = "The idea as the caller may see it")
  @GET
  @Path("{ideaId}")
  public IdeaView get(UUID sessionId, UUID ideaId) {
    return ideas.get(sessionId, viewers.admitted(sessionId), ideaId);
  }

  @Operation(
      operationId = "changeIdea",
      summary = "Change or move an idea",
      description =
          "Changes the text of an idea, or moves it to a topic or below another idea. Only its"
              + " author may change the text, in the quiet and sharing phases, and may move it in"
              + " these phases. Facilitators, owners and members may move every idea that they see,"
              + " from the quiet phase to the end. Ideas that build on a moved idea move with it.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-yours",
    "not-facilitator",
    "not-started",
    "converging",
    "agreeing",
    "session-closed",
    "break-running",
    "other-topic",
    "other-room",
    "cycle",
    "too-deep",
    "idea-removed"
  })
  @APIResponseSchema(
      value = IdeaReceipt.class,
      responseCode = "200",
      responseDescription = "The idea after the change")
  @PATCH
  @Path("{ideaId}")
  @AwaitsPhase
  public IdeaReceipt change(UUID sessionId, UUID ideaId, @NotNull @Valid ChangeIdea change) {
    return ideas.change(sessionId, viewers.admitted(sessionId), ideaId, change);
  }

  @Operation(
      operationId = "withdrawIdea",
      summary = "Withdraw your own idea",
      description =
          "Takes one's own idea off the board, in the phases in which one may write. Ideas that build on"
              + " it move up to its place. Its author can bring it back in these phases; its text"
              + " is deleted when the session closes. A cancelled session keeps it until it is"
              + " deleted. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-yours",
    "not-started",
    "converging",
    "agreeing",
    "session-closed",
    "break-running",
    "idea-removed"
  })
  @APIResponse(responseCode = "204", description = "The idea is withdrawn")
  @DELETE
  @Path("{ideaId}")
  @AwaitsPhase
  public void withdraw(UUID sessionId, UUID ideaId) {
    ideas.withdraw(sessionId, viewers.admitted(sessionId), ideaId);
  }

  @Operation(
      operationId = "restoreIdea",
      summary = "Bring your own idea back",
      description =
          "Brings back an idea that the caller withdrew, in the quiet and sharing phases. It gets"
              + " its topic, parent and group back if these still exist. Ideas that built on it"
              + " stay where they are now. Dots and marks that it had before the group went back"
              + " to sharing were returned to the people who gave them. In the quiet phase it stays"
              + " hidden. A repetition changes nothing.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-yours",
    "not-started",
    "converging",
    "agreeing",
    "session-closed",
    "break-running",
    "idea-removed"
  })
  @APIResponseSchema(
      value = IdeaReceipt.class,
      responseCode = "200",
      responseDescription = "The idea is on the board")
  @POST
  @Path("{ideaId}/restore")
  @AwaitsPhase
  public IdeaReceipt restore(UUID sessionId, UUID ideaId) {
    return ideas.restore(sessionId, viewers.admitted(sessionId), ideaId);
  }
}

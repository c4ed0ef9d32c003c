package microstorm.idea.vote;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.input.IdempotencyKey;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Dot votes. */
@Tag(
    name = "Dots",
    description =
        "Dot votes. Each person has a limited number, and the results stay hidden until they are"
            + " counted.")
@Path("/api/boards/{sessionId}/votes")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class VoteResource {

  private final VoteService votes;
  private final ViewerResolver viewers;

  VoteResource(VoteService votes, ViewerResolver viewers) {
    this.votes = votes;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "giveDot",
      summary = "Give a dot to an idea",
      description =
          "Gives one of the caller's dots to an idea. Facilitators and participants "
              + "may do this in the converging phase. An idea may get several dots of one "
              + "person. A repetition with the same Idempotency-Key gives no second dot "
              + "while the first one exists, and answers 200.")
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
    "idea-removed",
    "vote-limit",
    "id-in-use"
  })
  @APIResponseSchema(
      value = VoteView.class,
      responseCode = "201",
      responseDescription = "The caller's dots after this one was given")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; these are the caller's dots now",
      content = @Content(schema = @Schema(implementation = VoteView.class)))
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @AwaitsPhase
  public RestResponse<VoteView> cast(
      UUID sessionId,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey,
      @NotNull @Valid CastVote vote) {
    return votes.cast(sessionId, viewers.admitted(sessionId), vote.ideaId(), retryKey).answer();
  }

  @Operation(
      operationId = "takeDotBack",
      summary = "Take a dot back",
      description =
          "Takes one of the caller's dots back from an idea, in the converging phase. "
              + "Without a dot on this idea nothing changes. A repetition takes another dot "
              + "back unless it has the same Idempotency-Key.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-a-participant",
    "not-started",
    "diverging",
    "agreeing",
    "session-closed",
    "break-running",
    "id-in-use"
  })
  @APIResponseSchema(
      value = VoteView.class,
      responseCode = "200",
      responseDescription = "The caller's dots after this one was taken back")
  @DELETE
  @Path("{ideaId}")
  @AwaitsPhase
  public VoteView retract(
      UUID sessionId,
      UUID ideaId,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey) {
    return votes.retract(sessionId, viewers.admitted(sessionId), ideaId, retryKey);
  }
}

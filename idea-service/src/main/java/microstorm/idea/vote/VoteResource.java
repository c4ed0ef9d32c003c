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
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.AwaitsPhase;
import microstorm.web.input.IdempotencyKey;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Dot votes. */
@Path("/api/boards/{sessionId}/votes")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class VoteResource {

  private final VoteService votes;
  private final ViewerResolver viewers;

  VoteResource(VoteService votes, ViewerResolver viewers) {
    this.votes = votes;
    this.viewers = viewers;
  }

  /** Gives a dot to an idea: 201, or 200 when the request is a repetition. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = VoteView.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its result",
      content = @Content(schema = @Schema(implementation = VoteView.class)))
  @AwaitsPhase
  public RestResponse<VoteView> cast(
      UUID sessionId,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey,
      @NotNull @Valid CastVote vote) {
    return votes.cast(sessionId, viewers.admitted(sessionId), vote.ideaId(), retryKey).answer();
  }

  /** Takes one dot back from an idea. With a retry key, a repeated request takes no second dot. */
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

package microstorm.idea.idea;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.idea.board.PhaseRetry;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.post.PostIdea;
import microstorm.idea.post.PostService;
import microstorm.web.Caller;
import microstorm.web.IdempotencyKey;
import microstorm.web.share.Workload;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** The ideas of a board. */
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class IdeasResource {

  private final PostService posting;
  private final IdeaService changes;
  private final ViewerResolver viewers;
  private final PhaseRetry lag;
  private final Caller caller;

  IdeasResource(
      PostService posting,
      IdeaService changes,
      ViewerResolver viewers,
      PhaseRetry lag,
      Caller caller) {
    this.posting = posting;
    this.changes = changes;
    this.viewers = viewers;
    this.lag = lag;
    this.caller = caller;
  }

  /**
   * Puts up an idea: 201, or 200 with what is stored when the same was posted before. Runs on the
   * event loop.
   */
  @POST
  @Workload(Workload.NONE)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(
      value = IdeaReceipt.class,
      responseCode = "201",
      responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "It was there: the same request came before",
      content = @Content(schema = @Schema(implementation = IdeaReceipt.class)))
  public Uni<RestResponse<IdeaReceipt>> post(
      UUID sessionId,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey,
      @NotNull @Valid PostIdea idea) {
    return posting
        .post(sessionId, viewers.of(sessionId), idea, retryKey, caller.requester().orElseThrow())
        .map(
            answer ->
                RestResponse.status(
                    answer.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                    answer.posted()));
  }

  /** An idea, for those who may see it. */
  @GET
  @Path("{ideaId}")
  public IdeaView get(UUID sessionId, UUID ideaId) {
    return changes.get(sessionId, viewers.admitted(sessionId), ideaId);
  }

  /** Changes an idea's words, for its author, or its place, for those who lead. */
  @PATCH
  @Path("{ideaId}")
  @Blocking
  public Uni<IdeaReceipt> change(UUID sessionId, UUID ideaId, @NotNull @Valid ChangeIdea change) {
    Viewer viewer = viewers.admitted(sessionId);
    return lag.retryWhileEarly(sessionId, () -> changes.change(sessionId, viewer, ideaId, change));
  }

  /** Takes one's own idea back. */
  @DELETE
  @Path("{ideaId}")
  @Blocking
  public Uni<Void> withdraw(UUID sessionId, UUID ideaId) {
    Viewer viewer = viewers.admitted(sessionId);
    return lag.retryWhileEarly(sessionId, () -> changes.withdraw(sessionId, viewer, ideaId));
  }
}

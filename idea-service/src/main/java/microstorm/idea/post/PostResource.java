package microstorm.idea.post;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.idea.IdeaReceipt;
import microstorm.web.input.IdempotencyKey;
import microstorm.web.share.Workload;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives new ideas. */
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class PostResource {

  private final PostService posts;
  private final ViewerResolver viewers;
  private final Caller caller;

  PostResource(PostService posts, ViewerResolver viewers, Caller caller) {
    this.posts = posts;
    this.viewers = viewers;
    this.caller = caller;
  }

  /**
   * Posts an idea: 201, or 200 with the stored idea when the request is a repetition. Runs on the
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
      description = "The same request was sent before; this is its result",
      content = @Content(schema = @Schema(implementation = IdeaReceipt.class)))
  public Uni<RestResponse<IdeaReceipt>> post(
      UUID sessionId,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey,
      @NotNull @Valid PostIdea idea) {
    return posts
        .post(sessionId, viewers.of(sessionId), idea, retryKey, caller.requester().orElseThrow())
        .map(answer -> response(sessionId, answer));
  }

  private static RestResponse<IdeaReceipt> response(UUID sessionId, PostService.Answer answer) {
    return answer.fresh()
        ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, answer.posted())
            .header(HttpHeaders.LOCATION, path(sessionId, answer.posted().id()))
            .build()
        : RestResponse.ok(answer.posted());
  }

  /** The path of an idea. Only the client knows the address of the service. */
  private static String path(UUID sessionId, UUID ideaId) {
    return "/api/boards/" + sessionId + "/ideas/" + ideaId;
  }
}

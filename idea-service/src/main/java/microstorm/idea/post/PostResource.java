package microstorm.idea.post;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.input.IdempotencyKey;
import microstorm.http.openapi.Raises;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.idea.early.EarlyClient;
import microstorm.idea.idea.IdeaReceipt;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives new ideas. */
@Tag(ref = "Ideas")
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class PostResource {

  private final PostService posts;
  private final ViewerResolver viewers;
  private final Caller caller;

  PostResource(PostService posts, ViewerResolver viewers, Caller caller) {
    this.posts = posts;
    this.viewers = viewers;
    this.caller = caller;
  }

  /** Runs on the event loop. */
  @Operation(
      operationId = "postIdea",
      summary = "Post an idea",
      description =
          "Puts an idea on the board. Facilitators and participants may do this in "
              + "the quiet and sharing phases, and before them if the plan collects ideas early. "
              + "Until the sharing phase only its author can see it, and it can build only on one's own ideas. A repetition with the same "
              + "id or Idempotency-Key answers 200 with the idea as it is now.")
  @Raises({
    "edit-key-invalid",
    "id-not-random",
    "observer",
    "not-a-participant",
    "not-started",
    "converging",
    "agreeing",
    "session-closed",
    "break-running",
    "id-in-use",
    "withdrawn",
    "idea-removed",
    "too-many-ideas",
    "board-full",
    "other-topic",
    "too-deep"
  })
  @APIResponse(
      responseCode = "201",
      description = "The new idea",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "The path of the idea.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      format = "uri-reference",
                      examples =
                          "/api/boards/0190a000-0000-7000-8000-000000000001/ideas/0190a000-0000-8000-8000-000000000002")),
      content = @Content(schema = @Schema(implementation = IdeaReceipt.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its idea",
      content = @Content(schema = @Schema(implementation = IdeaReceipt.class)))
  @POST
  @Workload(Workload.NONE)
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<IdeaReceipt>> post(
      UUID sessionId,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = IdempotencyKey.PATTERN, message = IdempotencyKey.MESSAGE)
          String retryKey,
      @NotNull @Valid PostIdea idea,
      @Parameter(hidden = true) @Context RoutingContext http) {
    EarlyClient client = new EarlyClient(caller.requester().orElseThrow(), http);
    return posts
        .post(sessionId, viewers.of(sessionId), idea, retryKey, client)
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

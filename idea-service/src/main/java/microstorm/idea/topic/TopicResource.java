package microstorm.idea.topic;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.PhaseRetry;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The topics of a board. */
@Path("/api/boards/{sessionId}/topics")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class TopicResource {

  private final TopicService topics;
  private final ViewerResolver viewers;
  private final PhaseRetry retry;

  TopicResource(TopicService topics, ViewerResolver viewers, PhaseRetry retry) {
    this.topics = topics;
    this.viewers = viewers;
    this.retry = retry;
  }

  /** Adds a topic: 201, or 200 with the existing topic when the request is a repetition. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = Topic.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its result",
      content = @Content(schema = @Schema(implementation = Topic.class)))
  @Blocking
  public Uni<RestResponse<Topic>> add(UUID sessionId, @NotNull @Valid AddTopic topic) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(sessionId, () -> topics.add(sessionId, viewer, topic).answer());
  }

  /** Renames or moves a topic, for facilitators and owners. */
  @PATCH
  @Path("{topicId}")
  @Blocking
  public Uni<Topic> change(UUID sessionId, UUID topicId, @NotNull @Valid ChangeTopic change) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(
        sessionId, () -> topics.change(sessionId, viewer, topicId, change));
  }

  /** Removes an empty topic, for facilitators and owners. */
  @DELETE
  @Path("{topicId}")
  @Blocking
  public Uni<Void> remove(UUID sessionId, UUID topicId) {
    Viewer viewer = viewers.admitted(sessionId);
    return retry.retryWhileEarly(sessionId, () -> topics.remove(sessionId, viewer, topicId));
  }
}

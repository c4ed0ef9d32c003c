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
import microstorm.idea.board.PhaseRetry;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.ViewerResolver;
import microstorm.web.Caller;
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
  private final PhaseRetry lag;

  TopicResource(TopicService topics, ViewerResolver viewers, PhaseRetry lag) {
    this.topics = topics;
    this.viewers = viewers;
    this.lag = lag;
  }

  /** Puts up a topic: 201, or 200 with what is there when it was put up before. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = Topic.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "It was there: the same request came before",
      content = @Content(schema = @Schema(implementation = Topic.class)))
  @Blocking
  public Uni<RestResponse<Topic>> add(UUID sessionId, @NotNull @Valid AddTopic topic) {
    Viewer viewer = viewers.admitted(sessionId);
    return lag.retryWhileEarly(sessionId, () -> topics.add(sessionId, viewer, topic).answer());
  }

  /** Renames or moves a topic, for those who lead. */
  @PATCH
  @Path("{topicId}")
  @Blocking
  public Uni<Topic> change(UUID sessionId, UUID topicId, @NotNull @Valid ChangeTopic change) {
    Viewer viewer = viewers.admitted(sessionId);
    return lag.retryWhileEarly(sessionId, () -> topics.change(sessionId, viewer, topicId, change));
  }

  /** Removes a topic that has nothing in it, for those who lead. */
  @DELETE
  @Path("{topicId}")
  @Blocking
  public Uni<Void> remove(UUID sessionId, UUID topicId) {
    Viewer viewer = viewers.admitted(sessionId);
    return lag.retryWhileEarly(sessionId, () -> topics.remove(sessionId, viewer, topicId));
  }
}

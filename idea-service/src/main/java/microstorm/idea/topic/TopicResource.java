package microstorm.idea.topic;

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
import microstorm.idea.board.ViewerResolver;
import microstorm.idea.early.AwaitsPhase;
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

  TopicResource(TopicService topics, ViewerResolver viewers) {
    this.topics = topics;
    this.viewers = viewers;
  }

  /** Adds a topic: 201, or 200 with the existing topic when the request is a repetition. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = Topic.class, responseCode = "201", responseDescription = "Created")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its result",
      content = @Content(schema = @Schema(implementation = Topic.class)))
  @AwaitsPhase
  public RestResponse<Topic> add(UUID sessionId, @NotNull @Valid AddTopic topic) {
    return topics.add(sessionId, viewers.admitted(sessionId), topic).answer();
  }

  /** Renames or moves a topic, for facilitators and owners. */
  @PATCH
  @Path("{topicId}")
  @AwaitsPhase
  public Topic change(UUID sessionId, UUID topicId, @NotNull @Valid ChangeTopic change) {
    return topics.change(sessionId, viewers.admitted(sessionId), topicId, change);
  }

  /** Removes an empty topic, for facilitators and owners. */
  @DELETE
  @Path("{topicId}")
  @AwaitsPhase
  public void remove(UUID sessionId, UUID topicId) {
    topics.remove(sessionId, viewers.admitted(sessionId), topicId);
  }
}

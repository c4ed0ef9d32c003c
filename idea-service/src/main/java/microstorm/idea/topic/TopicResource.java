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
import org.jboss.resteasy.reactive.RestResponse;

/** The topics of a board. */
@Tag(name = "Topics", description = "The headings of a board.")
@Path("/api/boards/{sessionId}/topics")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class TopicResource {

  private final TopicService topics;
  private final ViewerResolver viewers;

  TopicResource(TopicService topics, ViewerResolver viewers) {
    this.topics = topics;
    this.viewers = viewers;
  }

  @Operation(
      operationId = "addTopic",
      summary = "Add a topic",
      description =
          "Adds a topic at the end of the board. Facilitators, owners and members may do "
              + "this in every phase before the end, participants in the sharing phase unless the "
              + "group is split into rooms. A "
              + "repetition with the same id answers 200 with the topic as it is now.")
  @Raises({
    "edit-key-invalid",
    "observer",
    "not-started",
    "quiet",
    "converging",
    "agreeing",
    "session-closed",
    "break-running",
    "rooms-open",
    "id-in-use",
    "board-full",
    "too-deep"
  })
  @APIResponseSchema(
      value = Topic.class,
      responseCode = "201",
      responseDescription = "The new topic")
  @APIResponse(
      responseCode = "200",
      description = "The same request was sent before; this is its topic",
      content = @Content(schema = @Schema(implementation = Topic.class)))
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @AwaitsPhase
  public RestResponse<Topic> add(UUID sessionId, @NotNull @Valid AddTopic topic) {
    return topics.add(sessionId, viewers.admitted(sessionId), topic).answer();
  }

  @Operation(
      operationId = "changeTopic",
      summary = "Rename or move a topic",
      description =
          "Renames a topic or moves it to another place, together with everything in "
              + "it. Facilitators, owners and members may do this in every phase before the end.")
  @Raises({
    "edit-key-invalid",
    "not-facilitator",
    "session-closed",
    "break-running",
    "too-deep",
    "cycle"
  })
  @APIResponseSchema(
      value = Topic.class,
      responseCode = "200",
      responseDescription = "The changed topic")
  @PATCH
  @Path("{topicId}")
  @AwaitsPhase
  public Topic change(UUID sessionId, UUID topicId, @NotNull @Valid ChangeTopic change) {
    return topics.change(sessionId, viewers.admitted(sessionId), topicId, change);
  }

  @Operation(
      operationId = "removeTopic",
      summary = "Remove an empty topic",
      description =
          "Removes a topic that contains neither ideas nor topics. Facilitators and "
              + "owners and members may do this in every phase before the end except the quiet "
              + "phase, in which nobody may learn whether a topic has ideas. A repetition "
              + "changes nothing.")
  @Raises({
    "edit-key-invalid",
    "not-facilitator",
    "quiet",
    "session-closed",
    "break-running",
    "topic-not-empty"
  })
  @APIResponse(responseCode = "204", description = "The topic is removed")
  @DELETE
  @Path("{topicId}")
  @AwaitsPhase
  public void remove(UUID sessionId, UUID topicId) {
    topics.remove(sessionId, viewers.admitted(sessionId), topicId);
  }

  @Operation(
      operationId = "restoreTopic",
      summary = "Bring a topic back",
      description =
          "Brings back a removed topic, to the top level if its parent is no longer there, with"
              + " the hidden ideas that were in it."
              + " Facilitators, owners and members may do this in every phase before the end. A"
              + " repetition changes nothing.")
  @Raises({"edit-key-invalid", "not-facilitator", "session-closed", "break-running", "board-full"})
  @APIResponseSchema(
      value = Topic.class,
      responseCode = "200",
      responseDescription = "The topic is on the board")
  @POST
  @Path("{topicId}/restore")
  @AwaitsPhase
  public Topic restore(UUID sessionId, UUID topicId) {
    return topics.restore(sessionId, viewers.admitted(sessionId), topicId);
  }
}

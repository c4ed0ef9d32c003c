package microstorm.idea.stream;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.web.share.Workload;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The live stream of a board. */
@Path("/api/boards/{sessionId}/stream")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class StreamResource {

  private final StreamOpener opener;

  StreamResource(StreamOpener opener) {
    this.opener = opener;
  }

  /**
   * Sends the board and then every change as server-sent events. The first event is {@code
   * snapshot}, the board as GET answers it. Every later event is named after the changed object and
   * contains it in its present state. {@code id} is the number up to which the stream is complete.
   *
   * @param lastEventId the last id that the client received; the stream then contains only the
   *     changes after it. An impossible id is answered with a snapshot
   * @param inQuery the same for clients that cannot set a header
   */
  @GET
  @Workload("boards")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @APIResponse(
      responseCode = "200",
      description =
          "The event snapshot, then an event for each change (session, participant, topic, idea,"
              + " ...), and reconnect when the replica is about to stop.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  public Subscriber watch(
      UUID sessionId,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @QueryParam("lastEventId") String inQuery,
      @Parameter(hidden = true) @Context RoutingContext http) {
    return opener.begin(sessionId, lastEventId == null ? inQuery : lastEventId, http);
  }
}

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
import microstorm.http.openapi.Raises;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The live stream of a board. */
@Tag(ref = "Board")
@Path("/api/boards/{sessionId}/stream")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class StreamResource {

  private static final String EXAMPLE =
      """
      retry: 1619

      id: 17
      event: topic
      data: {"id":"0190a000-0000-7000-8000-000000000003","position":12,"title":"Ways to learn"}

      """;

  private final StreamOpener opener;

  StreamResource(StreamOpener opener) {
    this.opener = opener;
  }

  @Operation(
      operationId = "watchBoard",
      summary = "Follow a board live",
      description =
          "Sends the board and then every change as server-sent events. Everybody in the session"
              + " and owners and members may follow it, in every phase. The first event is snapshot;"
              + " each"
              + " later one is named after the changed object, and its data is this object as it is"
              + " now. Several changes of one object may arrive as one event. The schema"
              + " StreamEvent lists the events with the type of their data. id is the number up to"
              + " which the client has everything: send the last one in Last-Event-ID to resume"
              + " without a gap or a repetition. If that is not possible, the stream begins with a"
              + " snapshot again. retry holds the time to wait before connecting again, 1000 to"
              + " 2000 milliseconds. A comment line arrives at least every 15 seconds. The stream"
              + " ends when the token expires, when the participant is removed, and when the key of"
              + " an owner or member is revoked. A browser's EventSource"
              + " opens it with a ticket instead of a token. It connects again with"
              + " the used ticket and gets 401, after which it stops: request another ticket and"
              + " open the stream with it and with lastEventId.")
  @Raises({"edit-key-invalid", "stream-ticket-invalid"})
  @APIResponse(
      responseCode = "200",
      description =
          "The events of the board as text. The schema StreamEvent describes each of them.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      description = "Server-sent events, in UTF-8. The example is an excerpt.",
                      examples = EXAMPLE)))
  @GET
  @Workload(value = "boards", untilSent = false)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Subscriber watch(
      UUID sessionId,
      @Parameter(
              description =
                  "The last id that the client received. The stream then contains only the changes"
                      + " after it. An id that this client cannot have received gives a snapshot.",
              example = "17")
          @HeaderParam("Last-Event-ID")
          String lastEventId,
      @Parameter(
              description =
                  "The same for clients that cannot set a header. The header takes precedence.",
              example = "17")
          @QueryParam("lastEventId")
          String inQuery,
      @Parameter(
              description =
                  "A ticket, for clients that cannot set the header Authorization, which takes"
                      + " precedence. It stands for the token of the person who requested it.",
              example = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")
          @QueryParam("ticket")
          String ticket,
      @Parameter(hidden = true) @Context RoutingContext http) {
    return opener.begin(sessionId, lastEventId == null ? inQuery : lastEventId, http);
  }
}

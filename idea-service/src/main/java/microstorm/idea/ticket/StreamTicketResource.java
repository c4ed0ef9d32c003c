package microstorm.idea.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.ViewerResolver;
import microstorm.idea.viewer.WriterKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets that open a live stream where a client cannot set a header. */
@Tag(ref = "Board")
@Path("/api/boards/{sessionId}/stream-tickets")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class StreamTicketResource {

  private final ViewerResolver viewers;
  private final StreamTickets tickets;
  private final Caller caller;

  StreamTicketResource(ViewerResolver viewers, StreamTickets tickets, Caller caller) {
    this.viewers = viewers;
    this.tickets = tickets;
    this.caller = caller;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueStreamTicket",
      summary = "Get a ticket for the live stream",
      description =
          "Returns a ticket with which a client that cannot set a header, such as a browser's"
              + " EventSource, opens the live stream as the caller. It works once, within 30"
              + " seconds by default, on any replica, and stands for the request's token and"
              + " Edit-Key. A person has at most five unused tickets for a session; a further one"
              + " replaces the oldest. Everybody who may follow the board may call it.")
  @APIResponse(
      responseCode = "201",
      description = "The new ticket.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = StreamTicket.class)))
  @Raises("edit-key-invalid")
  public RestResponse<StreamTicket> issue(UUID sessionId) {
    Viewer viewer = viewers.admitted(sessionId);
    String editKeys =
        viewer.editKeys().stream().map(WriterKey::value).collect(Collectors.joining(","));
    return RestResponse.status(
        RestResponse.Status.CREATED,
        tickets.issue(
            sessionId,
            caller.keyId().orElse(viewer.id()),
            new StreamAccess(caller.tokenText(), editKeys)));
  }
}

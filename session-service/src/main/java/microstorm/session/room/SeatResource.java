package microstorm.session.room;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/sessions/{id}/participants/{participantId}/room")
@Authenticated
@Tag(name = "Rooms")
public class SeatResource {

  private final RoomService rooms;

  SeatResource(RoomService rooms) {
    this.rooms = rooms;
  }

  @PUT
  @Operation(
      operationId = "moveToRoom",
      summary = "Move a participant to a room",
      description =
          "For owners, members and facilitators, while the group is split. The participant"
              + " must be present and not an observer. In the sharing phase they see the ideas of"
              + " the other room at once; what they wrote before stays in its room. A repeated"
              + " request has no effect and the same answer.")
  @APIResponse(
      responseCode = "200",
      description = "All rooms after the move.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RoomList.class)))
  @Raises({"not-facilitator", "observer", "session-closed", "no-rooms"})
  public RoomList move(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @Parameter(description = ApiText.PARTICIPANT_ID, example = ApiText.A_PARTICIPANT) @RestPath
          UUID participantId,
      @NotNull @Valid MoveToRoom request) {
    return rooms.move(id, participantId, request.room());
  }
}

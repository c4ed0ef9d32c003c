package microstorm.session.room;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** The room of a participant. */
@Path("/api/sessions/{id}/participants/{participantId}/room")
@Authenticated
public class SeatResource {

  private final RoomService rooms;

  SeatResource(RoomService rooms) {
    this.rooms = rooms;
  }

  /** Moves a participant to a room. */
  @PUT
  public RoomList move(UUID id, UUID participantId, @NotNull @Valid MoveToRoom request) {
    return rooms.move(id, participantId, request.room());
  }
}

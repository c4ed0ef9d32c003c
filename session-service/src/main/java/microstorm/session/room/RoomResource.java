package microstorm.session.room;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The rooms that a large group is split into. */
@Path("/api/sessions/{id}/rooms")
@Authenticated
public class RoomResource {

  private final RoomService rooms;

  RoomResource(RoomService rooms) {
    this.rooms = rooms;
  }

  @GET
  public RoomList list(UUID id) {
    return rooms.list(id);
  }

  /** Splits the group, or splits it anew. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = RoomList.class, responseCode = "201", responseDescription = "Created")
  public RestResponse<RoomList> split(UUID id, @NotNull @Valid SplitGroup request) {
    return RestResponse.status(RestResponse.Status.CREATED, rooms.split(id, request));
  }

  /** Makes the group one again. */
  @DELETE
  public void merge(UUID id) {
    rooms.merge(id);
  }
}

package microstorm.session.room;

import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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

  /**
   * Splits the group into rooms, or splits it again.
   *
   * @param request optional, but the JSON value null is refused (400)
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = RoomList.class, responseCode = "201", responseDescription = "Created")
  @RequestBody(required = false)
  public RestResponse<RoomList> split(UUID id, @Valid SplitGroup request, RoutingContext http) {
    if (request == null && http.body().length() > 0) {
      throw new BadRequestException();
    }
    SplitGroup wanted = request == null ? new SplitGroup(null, null) : request;
    return RestResponse.status(RestResponse.Status.CREATED, rooms.split(id, wanted));
  }

  /** Merges the rooms into one group. */
  @DELETE
  public void merge(UUID id) {
    rooms.merge(id);
  }
}

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
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/sessions/{id}/rooms")
@Authenticated
@Tag(
    name = "Rooms",
    description =
        "The parts of a large group. In the sharing phase people see the ideas of their room.")
public class RoomResource {

  private final RoomService rooms;

  RoomResource(RoomService rooms) {
    this.rooms = rooms;
  }

  @GET
  @Operation(
      operationId = "listRooms",
      summary = "List the rooms",
      description = "For everybody in the session, owners and members.")
  @APIResponse(
      responseCode = "200",
      description = "The rooms with their participants.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RoomList.class)))
  public RoomList list(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return rooms.list(id);
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "splitIntoRooms",
      summary = "Split the group into rooms",
      description =
          "For owners, members and facilitators, until the end of the sharing phase. Everybody who is"
              + " present and not an observer gets a room; whoever joins later gets the smallest"
              + " one. The sizes of the rooms differ by at most one. A group that is split already"
              + " is split again; its ideas stay in the rooms of these numbers. The body may be an"
              + " empty object. In the sharing phase people see the ideas of their own room, and"
              + " only the number of ideas in the other rooms.")
  @APIResponse(
      responseCode = "201",
      description = "The new rooms.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RoomList.class)))
  @Raises({"not-facilitator", "session-closed", "too-late-for-rooms", "nobody-present"})
  public RestResponse<RoomList> split(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid SplitGroup request) {
    return RestResponse.status(RestResponse.Status.CREATED, rooms.split(id, request));
  }

  @DELETE
  @Operation(
      operationId = "mergeRooms",
      summary = "Merge the rooms into one group",
      description =
          "For owners, members and facilitators. Everybody then sees the ideas of all rooms, each with"
              + " the number of its room. This cannot be undone: a later split hides no idea that the"
              + " merge has shown. The rooms also merge when the sharing phase ends. If the group"
              + " is not split, the request has no effect and the same answer.")
  @APIResponse(responseCode = "204", description = "The group is not split.")
  @Raises({"not-facilitator"})
  public void merge(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    rooms.merge(id);
  }
}

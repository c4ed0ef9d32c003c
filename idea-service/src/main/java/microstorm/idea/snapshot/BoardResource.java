package microstorm.idea.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.Viewers;
import microstorm.web.Caller;
import microstorm.web.Requester;
import microstorm.web.intake.ConnectionCloser;
import microstorm.web.share.Workload;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;

/** The boards of sessions. */
@Path("/api/boards/{sessionId}")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class BoardResource {

  private final Snapshots snapshots;
  private final Viewers viewers;
  private final Readings readings;
  private final UnreadBoards unread;
  private final Caller caller;
  private final ObjectMapper json;

  BoardResource(
      Snapshots snapshots,
      Viewers viewers,
      Readings readings,
      UnreadBoards unread,
      Caller caller,
      ObjectMapper json) {
    this.snapshots = snapshots;
    this.viewers = viewers;
    this.readings = readings;
    this.unread = unread;
    this.caller = caller;
    this.json = json;
  }

  /**
   * The board as its caller sees it: others' ideas are not in it before they are shared.
   *
   * @param sort position, the board's own order and the only one: an order by what the others think
   *     is refused
   */
  @GET
  @Workload("boards")
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = BoardView.class, responseCode = "200", responseDescription = "OK")
  @APIResponse(responseCode = "409", description = "An order by what the others think")
  public BoardBody get(
      UUID sessionId,
      @RestQuery String sort,
      @Parameter(hidden = true) @Context RoutingContext http) {
    Requester requester = caller.requester().orElseThrow();
    unread.check(requester); // before the database is asked
    Viewer viewer = viewers.admitted(sessionId);
    byte[] bytes =
        readings.inTurn(sessionId, -1, () -> written(snapshots.of(sessionId, viewer, sort)));
    BoardBody board =
        new BoardBody(
            bytes,
            unread.count(
                requester, bytes.length, () -> ConnectionCloser.closeAtOnce(http.request())));
    http.addEndHandler(ended -> board.forget());
    if (http.response().closed()) {
      board.forget(); // the client left before the handler was there
    }
    return board;
  }

  private byte[] written(BoardView board) {
    try {
      return json.writeValueAsBytes(board);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

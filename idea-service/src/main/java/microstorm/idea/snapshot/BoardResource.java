package microstorm.idea.snapshot;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.idea.board.Viewers;
import microstorm.web.Caller;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;

/** The boards of sessions. */
@Path("/api/boards/{sessionId}")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class BoardResource {

  private final Snapshots snapshots;
  private final Viewers viewers;

  BoardResource(Snapshots snapshots, Viewers viewers) {
    this.snapshots = snapshots;
    this.viewers = viewers;
  }

  /**
   * The board as its caller sees it: others' ideas are not in it before they are shared.
   *
   * @param sort position, the board's own order and the only one: an order by what the others think
   *     is refused
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = BoardView.class, responseCode = "200", responseDescription = "OK")
  @APIResponse(responseCode = "409", description = "An order by what the others think")
  public BoardView get(UUID sessionId, @RestQuery String sort) {
    return snapshots.of(sessionId, viewers.admitted(sessionId), sort);
  }
}

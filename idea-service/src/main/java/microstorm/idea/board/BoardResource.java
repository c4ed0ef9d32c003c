package microstorm.idea.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.web.Caller;
import microstorm.web.Refusal;

/** The boards of a team's sessions. */
@Path("/api/boards")
@RolesAllowed(Caller.OWNER)
public class BoardResource {

  private final Boards boards;
  private final Caller caller;

  BoardResource(Boards boards, Caller caller) {
    this.boards = boards;
    this.caller = caller;
  }

  @GET
  @Path("{sessionId}")
  @Transactional
  public BoardView get(UUID sessionId) {
    return boards
        .find(sessionId, caller.teamId())
        .map(board -> BoardView.of(sessionId, board, boards.content(sessionId)))
        .orElseThrow(() -> Refusal.notFound("board"));
  }
}

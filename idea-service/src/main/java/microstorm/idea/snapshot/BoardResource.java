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
import microstorm.http.answer.ChunkedContent;
import microstorm.http.answer.ResponseCompression;
import microstorm.http.answer.Revalidation;
import microstorm.http.answer.Tagged;
import microstorm.http.intake.ConnectionCloser;
import microstorm.http.openapi.Raises;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.http.token.Requester;
import microstorm.idea.board.Phase;
import microstorm.idea.idea.Ideas;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The boards of sessions. */
@Tag(name = "Board", description = "Everything that people write in one session.")
@Path("/api/boards/{sessionId}")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class BoardResource {

  private final Snapshots snapshots;
  private final ViewerResolver viewers;
  private final ReadLimiter readLimiter;
  private final ResponseBudget responseBudget;
  private final Revalidation revalidation;
  private final Caller caller;
  private final ObjectMapper json;

  BoardResource(
      Snapshots snapshots,
      ViewerResolver viewers,
      ReadLimiter readLimiter,
      ResponseBudget responseBudget,
      Revalidation revalidation,
      Caller caller,
      ObjectMapper json) {
    this.snapshots = snapshots;
    this.viewers = viewers;
    this.readLimiter = readLimiter;
    this.responseBudget = responseBudget;
    this.revalidation = revalidation;
    this.caller = caller;
    this.json = json;
  }

  @Operation(
      operationId = "getBoard",
      summary = "Get a board",
      description =
          "Returns the board as the caller may see it: topics, ideas, groups, dots, "
              + "marks, actions and people. In the quiet phase it contains no ideas of "
              + "others. Everybody in the session, owners and members may read it, in every "
              + "phase. An order by popularity is refused.")
  @Raises({
    "edit-key-invalid",
    "sort-unknown",
    "not-started",
    "diverging",
    "break-running",
    "dot-votes-only"
  })
  @APIResponseSchema(
      value = BoardView.class,
      responseCode = "200",
      responseDescription = "The board as the caller may see it")
  @APIResponse(responseCode = "409", description = "An order by popularity is refused")
  @GET
  @Tagged
  @Workload(value = "boards", untilSent = false)
  @Produces(MediaType.APPLICATION_JSON)
  public ChunkedContent get(
      UUID sessionId,
      @Parameter(
              description = "The order of topics and ideas. Only the board's own order is allowed.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = "position",
                      examples = "position"))
          @RestQuery
          String sort,
      @Parameter(hidden = true) @Context RoutingContext http) {
    Requester requester = caller.requester().orElseThrow();
    responseBudget.check(requester); // before the database query
    Viewer viewer = viewers.admitted(sessionId);
    if (revalidation.isAsked()) {
      BoardVersion present = snapshots.version(sessionId, viewer, sort);
      restrictStorage(present.phase());
      revalidation.checkKnown(present.seenBy(viewer));
    }
    Reading reading =
        readLimiter.inTurn(sessionId, viewer, Ideas.ALL, () -> read(sessionId, viewer, sort));
    byte[] bytes = reading.json;
    PendingResponse unread =
        responseBudget.count(
            requester, bytes.length, () -> ConnectionCloser.closeAtOnce(http.request()));
    ChunkedContent board = new ChunkedContent(bytes, unread::progressed, unread::release);
    http.addEndHandler(ended -> board.forget());
    if (http.response().closed()) {
      board.forget(); // the client left before the handler was added
    }
    if (reading.hasSecrets()) {
      ResponseCompression.forbid(http); // others may choose texts that appear in it
    }
    restrictStorage(reading.version.phase());
    revalidation.tag(reading.version.seenBy(viewer));
    return board;
  }

  /** No browser may keep hidden ideas and dots on its disk. */
  private void restrictStorage(Phase phase) {
    if (phase.isConfidential()) {
      revalidation.forbidStorage();
    }
  }

  private record Reading(BoardVersion version, boolean anonymous, byte[] json) {

    /**
     * In an anonymous session {@code mine} is the secret, as long as others may write. While rooms
     * are open, the ideas of a room are secret to the others.
     */
    boolean hasSecrets() {
      return version.phase().isConfidential()
          || version.rooms() != null
          || anonymous && version.phase() != Phase.CLOSED;
    }
  }

  private Reading read(UUID sessionId, Viewer viewer, String sort) {
    BoardView board = snapshots.of(sessionId, viewer, sort);
    try {
      return new Reading(
          BoardVersion.of(board), board.session().anonymous(), json.writeValueAsBytes(board));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

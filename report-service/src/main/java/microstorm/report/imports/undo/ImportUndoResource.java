package microstorm.report.imports.undo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Undoes imports, and splits sessions that they matched. */
@Path("/api/logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Logs")
public class ImportUndoResource {

  private final ImportUndo undo;
  private final MatchSplitter splitter;
  private final Caller caller;

  ImportUndoResource(ImportUndo undo, MatchSplitter splitter, Caller caller) {
    this.undo = undo;
    this.splitter = splitter;
    this.caller = caller;
  }

  @POST
  @Path("imports/{id}/undo")
  @RolesAllowed(Caller.OWNER)
  @Operation(
      operationId = "undoImport",
      summary = "Undo an import",
      description =
          "Restores the log book as it was before the import: removes the sessions that it brought,"
              + " for good, and restores those that it changed, their order and the text before"
              + " them. Possible for 30 days, and only for the last import that changed the log"
              + " book. Content that was removed and sessions that were deleted meanwhile do not"
              + " come back. A repeated request has the same answer. While an import of the team"
              + " runs, the answer is 503 with Retry-After. Only owners of the team may call it.")
  @APIResponse(responseCode = "200", description = "What was changed.")
  @Raises({"later-import", "undo-not-possible", "import-running"})
  public UndoneImport undo(@RestPath @Parameter(description = "The id of the import.") UUID id) {
    return undo.undo(caller.teamId(), id);
  }

  @POST
  @Path("imports/{id}/sessions/{sessionId}/split")
  @RolesAllowed({Caller.OWNER, Caller.MEMBER})
  @Operation(
      operationId = "splitSession",
      summary = "Split a wrong match",
      description =
          "Splits a session that the import matched with one under another number, date or title."
              + " The session that was here becomes as it was before the import, and the session of"
              + " the log becomes a new one. The next import does not match them again. Possible"
              + " for 30 days, until a later import changes the session. A repeated request has the"
              + " same answer. Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "The two sessions.")
  @Raises({"session-not-matched", "later-import", "undo-not-possible"})
  public SplitSession split(
      @RestPath @Parameter(description = "The id of the import.") UUID id,
      @RestPath @Parameter(description = "The id of the matched session.") UUID sessionId) {
    return splitter.split(caller.teamId(), id, sessionId);
  }
}

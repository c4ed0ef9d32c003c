package microstorm.session.deletion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.session.core.ApiText;
import microstorm.session.team.TeamService;
import microstorm.session.token.OwnerProofs;
import microstorm.session.token.TeamProof;
import microstorm.web.openapi.Raises;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api")
@RolesAllowed(Caller.OWNER)
public class DeletionResource {

  private final Caller caller;
  private final TeamService teams;
  private final OwnerProofs proofs;
  private final DeletionService deletions;

  DeletionResource(
      Caller caller, TeamService teams, OwnerProofs proofs, DeletionService deletions) {
    this.caller = caller;
    this.teams = teams;
    this.proofs = proofs;
    this.deletions = deletions;
  }

  @DELETE
  @Path("sessions/{id}")
  @Tag(name = "Sessions")
  @Operation(
      operationId = "deleteSession",
      summary = "Delete a session",
      description =
          "For owners, in the phases `planned`, `closed` and `cancelled`. Removes the session, the"
              + " names of its people, its board and its report for good. The other services follow"
              + " within moments. Actions that were carried into later sessions stay there. A"
              + " repeated request has the same answer. A log that still contains the session brings"
              + " it in again as a new one.")
  @APIResponse(
      responseCode = "200",
      description = "What was removed.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeletedSessionView.class)))
  @Raises("session-running")
  public DeletedSessionView delete(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return deletions.delete(caller.teamId(), id);
  }

  @POST
  @Path("teams/{slug}/deletion")
  @Tag(name = "Teams")
  @Operation(
      operationId = "deleteTeam",
      summary = "Delete the team",
      description =
          "For owners, with an owner key or, where owners sign in, an ID token in the request once"
              + " more. Removes the team with all its sessions, also running ones, boards, reports,"
              + " templates and keys, and its log book, for good. All tokens of the team end.")
  @APIResponse(
      responseCode = "200",
      description = "What was removed.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DeletedTeamView.class)))
  @Raises({
    "not-found",
    "access-by-key",
    "access-by-sign-in",
    "owner-key-missing",
    "owner-key-wrong",
    "identity-token-wrong",
    "not-an-owner"
  })
  public DeletedTeamView deleteTeam(
      @Parameter(description = "The slug of the team.", example = "micro-brainstorming") @RestPath
          String slug,
      @NotNull @Valid TeamProof proof) {
    UUID team = teams.get(caller.teamId(), slug).id();
    proofs.requireOwner(slug, proof);
    return deletions.deleteTeam(team);
  }
}

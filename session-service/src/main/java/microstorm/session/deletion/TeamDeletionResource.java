package microstorm.session.deletion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.session.team.TeamService;
import microstorm.session.token.OwnerProofs;
import microstorm.session.token.TeamProof;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/teams/{slug}/deletion")
@RolesAllowed(Caller.OWNER)
@Tag(name = "Teams")
public class TeamDeletionResource {

  private final Caller caller;
  private final TeamService teams;
  private final OwnerProofs proofs;
  private final TeamDeletionService deletions;

  TeamDeletionResource(
      Caller caller, TeamService teams, OwnerProofs proofs, TeamDeletionService deletions) {
    this.caller = caller;
    this.teams = teams;
    this.proofs = proofs;
    this.deletions = deletions;
  }

  @POST
  @Operation(
      operationId = "deleteTeam",
      summary = "Delete the team",
      description =
          "For owners, with an owner key or, where owners sign in, an ID token in the request once"
              + " more. Removes the team with all its sessions, also running ones, boards, reports,"
              + " templates and keys, and its log book, for good. All tokens of the team end. When the"
              + " answer comes, nobody can read or join anything of the team; the rows of its sessions"
              + " are removed a few at a time, within moments, or minutes for thousands.")
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
    return deletions.delete(team);
  }
}

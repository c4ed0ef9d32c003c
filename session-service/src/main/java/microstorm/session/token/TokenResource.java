package microstorm.session.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import microstorm.session.access.OwnerAccess;
import microstorm.session.access.SignedInOwner;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.TeamService;
import microstorm.web.openapi.Raises;
import microstorm.web.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/teams/{slug}/tokens")
@Tag(name = "Teams")
public class TokenResource {

  private final TeamService teams;
  private final OwnerAccess access;
  private final TokenIssuer issuer;

  TokenResource(TeamService teams, OwnerAccess access, TokenIssuer issuer) {
    this.teams = teams;
    this.access = access;
    this.issuer = issuer;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueToken",
      summary = "Exchange a proof of ownership for a token",
      description =
          "For the owner of a team, without a token. A wrong proof and an absent team get the same"
              + " answer. Each request gets another token; the earlier ones stay valid.")
  @APIResponse(
      responseCode = "200",
      description = "A new token.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IssuedToken.class)))
  @Raises({
    "access-by-key",
    "access-by-sign-in",
    "owner-key-missing",
    "owner-key-wrong",
    "identity-token-wrong",
    "not-an-owner"
  })
  public IssuedToken issue(
      @Parameter(description = "The slug of the team.", example = "micro-brainstorming") @RestPath
          String slug,
      @NotNull @Valid OwnerProof proof) {
    Optional<SignedInOwner> owner = access.signedInOwner(proof.ownerKey(), proof.identityToken());
    UUID team =
        owner.isPresent()
            ? teams.ownedTeam(slug, owner.get()).orElseThrow(TokenResource::notAnOwner)
            : teams.ownedTeam(slug, key(proof)).orElseThrow(TokenResource::wrongKey);
    return issuer.forOwner(team);
  }

  private static String key(OwnerProof proof) {
    if (proof.ownerKey() == null) {
      throw SessionProblem.OWNER_KEY_MISSING.exception();
    }
    return proof.ownerKey();
  }

  private static ProblemException wrongKey() {
    return SessionProblem.OWNER_KEY_WRONG.exception();
  }

  private static ProblemException notAnOwner() {
    return SessionProblem.NOT_AN_OWNER.exception();
  }
}

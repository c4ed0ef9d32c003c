package microstorm.session.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import microstorm.session.access.OwnerAccess;
import microstorm.session.access.SignedInOwner;
import microstorm.session.problem.SessionProblem;
import microstorm.session.team.TeamAccess;
import microstorm.session.team.TeamKeys;
import microstorm.session.team.TeamService;
import microstorm.web.openapi.Raises;
import microstorm.web.problem.ProblemException;
import microstorm.web.token.Caller;
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
  private final TeamKeys keys;
  private final OwnerAccess access;
  private final TokenIssuer issuer;

  TokenResource(TeamService teams, TeamKeys keys, OwnerAccess access, TokenIssuer issuer) {
    this.teams = teams;
    this.keys = keys;
    this.access = access;
    this.issuer = issuer;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueToken",
      summary = "Exchange a key for a token",
      description =
          "For the owners and members of a team, without a token. A wrong key and an absent team get"
              + " the same answer. Each request gets another token; the earlier ones stay valid"
              + " until they expire or the key is revoked.")
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
    "member-key-wrong",
    "identity-token-wrong",
    "not-an-owner"
  })
  public IssuedToken issue(
      @Parameter(description = "The slug of the team.", example = "micro-brainstorming") @RestPath
          String slug,
      @NotNull @Valid TeamProof proof) {
    Optional<SignedInOwner> owner = access.signedInOwner(proof.key(), proof.identityToken());
    return issuer.forTeam(
        owner.isPresent()
            ? teams.ownedTeam(slug, owner.get()).orElseThrow(SessionProblem.NOT_AN_OWNER::exception)
            : byKey(slug, proof));
  }

  private TeamAccess byKey(String slug, TeamProof proof) {
    if (proof.key() == null) {
      throw SessionProblem.OWNER_KEY_MISSING.exception();
    }
    if (proof.memberKey() == null) {
      return keys.access(slug, Caller.OWNER, proof.ownerKey())
          .orElseThrow(SessionProblem.OWNER_KEY_WRONG::exception);
    }
    if (proof.ownerKey() != null) {
      throw ProblemException.invalid("memberKey", "must be absent if ownerKey is sent");
    }
    return keys.access(slug, Caller.MEMBER, proof.memberKey())
        .orElseThrow(SessionProblem.MEMBER_KEY_WRONG::exception);
  }
}

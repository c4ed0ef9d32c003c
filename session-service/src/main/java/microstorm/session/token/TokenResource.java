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
import microstorm.web.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Issues tokens for the owners of teams. */
@Path("/api/teams/{slug}/tokens")
public class TokenResource {

  private final TeamService teams;
  private final OwnerAccess access;
  private final TokenIssuer issuer;

  TokenResource(TeamService teams, OwnerAccess access, TokenIssuer issuer) {
    this.teams = teams;
    this.access = access;
    this.issuer = issuer;
  }

  /** Issues a token. A wrong proof and an absent team get the same answer. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = IssuedToken.class, responseCode = "200", responseDescription = "OK")
  @APIResponse(responseCode = "401", description = "No such team, or the proof is not valid for it")
  public IssuedToken issue(String slug, @NotNull @Valid OwnerProof proof) {
    Optional<SignedInOwner> host = access.host(proof.ownerKey(), proof.identityToken());
    UUID team =
        host.isPresent()
            ? teams.hostedTeam(slug, host.get()).orElseThrow(TokenResource::notAHost)
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

  private static ProblemException notAHost() {
    return SessionProblem.NOT_AN_OWNER.exception();
  }
}

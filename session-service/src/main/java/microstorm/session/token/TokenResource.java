package microstorm.session.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import microstorm.session.access.Access;
import microstorm.session.access.Host;
import microstorm.session.team.TeamService;
import microstorm.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Tokens for those who own a team. */
@Path("/api/teams/{slug}/tokens")
public class TokenResource {

  private final TeamService teams;
  private final Access access;
  private final TokenIssuer issuer;

  TokenResource(TeamService teams, Access access, TokenIssuer issuer) {
    this.teams = teams;
    this.access = access;
    this.issuer = issuer;
  }

  /** A wrong proof and an absent team look alike. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = IssuedToken.class, responseCode = "200", responseDescription = "OK")
  @APIResponse(responseCode = "401", description = "There is no such team, or it is another's")
  public IssuedToken issue(String slug, @NotNull @Valid OwnerProof proof) {
    Optional<Host> host = access.host(proof.ownerKey(), proof.identityToken());
    UUID team =
        host.isPresent()
            ? teams.hostedTeam(slug, host.get()).orElseThrow(TokenResource::notAHost)
            : teams.ownedTeam(slug, key(proof)).orElseThrow(TokenResource::wrongKey);
    return issuer.forOwner(team);
  }

  private static String key(OwnerProof proof) {
    if (proof.ownerKey() == null) {
      throw new Refusal(
          400, "owner-key-missing", "Owner key missing", "The field ownerKey must be given.");
    }
    return proof.ownerKey();
  }

  private static Refusal wrongKey() {
    return new Refusal(
        401,
        "owner-key-wrong",
        "Wrong owner key",
        "There is no team with this slug that this key owns.");
  }

  private static Refusal notAHost() {
    return new Refusal(
        401, "not-a-host", "Not a host", "There is no team with this slug that you host.");
  }
}

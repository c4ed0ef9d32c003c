package microstorm.session.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.session.team.TeamService;
import microstorm.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Tokens for those who own a team. */
@Path("/api/teams/{slug}/tokens")
public class TokenResource {

  private final TeamService teams;
  private final TokenIssuer issuer;

  TokenResource(TeamService teams, TokenIssuer issuer) {
    this.teams = teams;
    this.issuer = issuer;
  }

  /** A wrong key and an absent team look alike. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = IssuedToken.class, responseCode = "200", responseDescription = "OK")
  @APIResponse(responseCode = "401", description = "There is no such team, or the key is not its")
  public IssuedToken issue(String slug, @NotNull @Valid OwnerKeyProof proof) {
    UUID team =
        teams
            .ownedTeam(slug, proof.ownerKey())
            .orElseThrow(
                () ->
                    new Refusal(
                        401,
                        "owner-key-wrong",
                        "Wrong owner key",
                        "There is no team with this slug that this key owns."));
    return issuer.forOwner(team);
  }
}

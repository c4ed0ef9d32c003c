package microstorm.session.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.session.team.TeamService;
import microstorm.web.Refusal;

/** Tokens, and the public keys that anyone can check them with. */
@Path("/api")
public class TokenResource {

  private final TeamService teams;
  private final TokenIssuer issuer;
  private final SigningKeys keys;

  TokenResource(TeamService teams, TokenIssuer issuer, SigningKeys keys) {
    this.teams = teams;
    this.issuer = issuer;
    this.keys = keys;
  }

  /** A wrong key and an absent team look alike. */
  @POST
  @Path("teams/{slug}/tokens")
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

  @GET
  @Path("sessions/.well-known/jwks.json")
  @Produces(MediaType.APPLICATION_JSON)
  public String publishedKeys() {
    return keys.published();
  }
}

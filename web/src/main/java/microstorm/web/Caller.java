package microstorm.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request, as the checked token says. */
@RequestScoped
public class Caller {

  /** The role of a token that was given for a team's owner key. */
  public static final String OWNER = "owner";

  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The team that the token speaks for.
   *
   * @throws Refusal 404 when it names none: such a token owns nothing
   */
  public UUID teamId() {
    Object team = token.getClaim(Tokens.TEAM_CLAIM);
    if (team == null) {
      throw Refusal.notFound("team");
    }
    return UUID.fromString(team.toString());
  }
}

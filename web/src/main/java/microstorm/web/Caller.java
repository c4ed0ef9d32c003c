package microstorm.web;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request, as the checked token says. */
@RequestScoped
public class Caller {

  /** The role of a token that was given for a team's owner key. */
  public static final String OWNER = "owner";

  /** The role of one who leads a session: phases, breaks, rooms, people. */
  public static final String FACILITATOR = "facilitator";

  /** The role of one who writes. */
  public static final String PARTICIPANT = "participant";

  /** The role of one who only looks on. */
  public static final String OBSERVER = "observer";

  /** All roles that a token can have. */
  static final Set<String> ROLES = Set.of(OWNER, FACILITATOR, PARTICIPANT, OBSERVER);

  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The team that the token speaks for.
   *
   * @throws ProblemException 404 when it names none: such a token owns nothing
   */
  public UUID teamId() {
    Object team = token.getClaim(Tokens.TEAM_CLAIM);
    if (team == null) {
      throw ProblemException.notFound("team");
    }
    return UUID.fromString(team.toString());
  }

  /** Whether the token was given for a team's owner key; false when there is no token. */
  public boolean isOwner() {
    return token.getGroups() != null && token.getGroups().contains(OWNER);
  }

  /** The session that the token was given for by joining; empty for an owner's. */
  public Optional<UUID> sessionId() {
    return Optional.<Object>ofNullable(token.getClaim(Tokens.SESSION_CLAIM))
        .map(session -> UUID.fromString(session.toString()));
  }

  /** The token's subject: the participant, or for an owner the team. */
  public UUID id() {
    return UUID.fromString(token.getSubject());
  }

  /** The party that shared capacity is charged to; empty when there is no token. */
  public Optional<Requester> requester() {
    return Optional.ofNullable(token.getSubject())
        .map(client -> new Requester(teamOrSession().orElse(client), client));
  }

  private Optional<String> teamOrSession() {
    return Stream.of(Tokens.TEAM_CLAIM, Tokens.SESSION_TEAM_CLAIM, Tokens.SESSION_CLAIM)
        .map(token::<Object>getClaim)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst();
  }

  /** The token's role. */
  public String role() {
    return token.getGroups().iterator().next();
  }

  /** The participant's writer key; empty for an owner. */
  public Optional<String> writerKey() {
    return Optional.<Object>ofNullable(token.getClaim(Tokens.WRITER_CLAIM)).map(Object::toString);
  }

  /** When the token ends: nothing that was opened with it lives longer. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }
}

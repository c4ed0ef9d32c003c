package microstorm.http.token;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of this request, according to the checked token. */
@RequestScoped
public class Caller {

  /** The role of a token that was issued for a team's owner key or identity token. */
  public static final String OWNER = "owner";

  /**
   * The role of a token that was issued for a member key of a team. A member plans and leads like
   * an owner, but deletes nothing and manages no keys.
   */
  public static final String MEMBER = "member";

  /** The role of someone who leads a session: phases, breaks, rooms, people. */
  public static final String FACILITATOR = "facilitator";

  /** The role of someone who writes ideas. */
  public static final String PARTICIPANT = "participant";

  /** The role of someone who sees the board and does not write. */
  public static final String OBSERVER = "observer";

  /** The role of someone who has the reader code of a session and reads its report only. */
  public static final String READER = "reader";

  /** All roles that a token can have. */
  public static final Set<String> ROLES =
      Set.of(OWNER, MEMBER, FACILITATOR, PARTICIPANT, OBSERVER, READER);

  /** The roles of tokens that are for a whole team and not for a seat in a session. */
  public static final Set<String> TEAM_ROLES = Set.of(OWNER, MEMBER);

  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The team of the token.
   *
   * @throws ProblemException 404 if the token names no team, as a participant's does
   */
  public UUID teamId() {
    Object team = token.getClaim(Tokens.TEAM_CLAIM);
    if (team == null) {
      throw ProblemException.notFound("team");
    }
    return UUID.fromString(team.toString());
  }

  /** Whether the token is for a whole team: an owner's or a member's; false without a token. */
  public boolean isOfTeam() {
    return token.getGroups() != null && token.getGroups().stream().anyMatch(TEAM_ROLES::contains);
  }

  /**
   * The key of the team that the token was issued for; empty for an owner who signed in, and for a
   * participant.
   */
  public Optional<UUID> keyId() {
    return Tokens.id(token, Tokens.KEY_CLAIM);
  }

  /**
   * The team and the key that gave the token, whose revocation ends it; empty for a participant's.
   */
  public Set<UUID> grantedBy() {
    return Tokens.grantedBy(token);
  }

  /** The session that a participant's token is for; empty for a team's. */
  public Optional<UUID> sessionId() {
    return Optional.<Object>ofNullable(token.getClaim(Tokens.SESSION_CLAIM))
        .map(session -> UUID.fromString(session.toString()));
  }

  /** The token's subject: the participant, or the team for a team's token. */
  public UUID id() {
    return UUID.fromString(token.getSubject());
  }

  /** The party that shared capacity is charged to; empty without a token. */
  public Optional<Requester> requester() {
    return Optional.ofNullable(token.getSubject())
        .map(
            subject ->
                new Requester(
                    teamOrSession().orElse(subject), keyId().map(UUID::toString).orElse(subject)));
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

  /** The participant's writer key; empty for a team's token. */
  public Optional<String> writerKey() {
    return Optional.<Object>ofNullable(token.getClaim(Tokens.WRITER_CLAIM)).map(Object::toString);
  }

  /** The hash of the reader code that a reader's token was issued for; empty for other roles. */
  public Optional<String> readerCodeHash() {
    return Optional.<Object>ofNullable(token.getClaim(Tokens.READER_CLAIM)).map(Object::toString);
  }

  /** The time when the token expires. Nothing that was opened with it stays open longer. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  /** The token itself, a secret. */
  public String tokenText() {
    return token.getRawToken();
  }
}

package microstorm.session.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.token.Caller;
import microstorm.http.token.Tokens;
import microstorm.session.team.TeamAccess;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** Issues tokens: ES256 JWTs, signed with the last key that all replicas know. */
@ApplicationScoped
public class TokenIssuer {

  private final SigningKeys keys;
  private final TokenConfig config;
  private final Clock clock;
  private final NewId newId;

  TokenIssuer(SigningKeys keys, TokenConfig config, Clock clock, NewId newId) {
    this.keys = keys;
    this.config = config;
    this.clock = clock;
    this.newId = newId;
  }

  IssuedToken forTeam(TeamAccess access) {
    String team = access.teamId().toString();
    JwtClaimsBuilder claims = Jwt.subject(team).claim(Tokens.TEAM_CLAIM, team);
    if (access.keyId() != null) {
      claims.claim(Tokens.KEY_CLAIM, access.keyId().toString());
    }
    return issue(claims, access.role(), config.ownerValidity());
  }

  /** A token for a participant, with the writer key, which is stored nowhere else. */
  public IssuedToken forParticipant(
      UUID sessionId, UUID teamId, UUID participantId, String role, WriterKey writer) {
    return issue(
        Jwt.subject(participantId.toString())
            .claim(Tokens.SESSION_CLAIM, sessionId.toString())
            .claim(Tokens.SESSION_TEAM_CLAIM, teamId.toString())
            .claim(Tokens.WRITER_CLAIM, writer.value()),
        role,
        config.participantValidity());
  }

  /** A token for a holder of the reader code with this hash, who has no seat. */
  public IssuedToken forReader(UUID sessionId, UUID teamId, String readerCodeHash) {
    return issue(
        Jwt.subject(newId.get().toString())
            .claim(Tokens.SESSION_CLAIM, sessionId.toString())
            .claim(Tokens.SESSION_TEAM_CLAIM, teamId.toString())
            .claim(Tokens.READER_CLAIM, readerCodeHash),
        Caller.READER,
        config.participantValidity());
  }

  private IssuedToken issue(JwtClaimsBuilder claims, String role, Duration validity) {
    EllipticCurveJsonWebKey key = keys.signing();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(validity);
    String token =
        claims
            .issuer(Tokens.ISSUER)
            .audience(Tokens.AUDIENCE)
            .groups(Set.of(role))
            .claim("jti", newId.get().toString())
            .issuedAt(now)
            .expiresAt(expiresAt)
            .jws()
            .keyId(key.getKeyId())
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key.getPrivateKey());
    return new IssuedToken(token, expiresAt, role);
  }
}

package microstorm.session.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import microstorm.web.Caller;
import microstorm.web.NewId;
import microstorm.web.Tokens;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** Issues the tokens: ES256 JWTs, signed by the newest key. */
@ApplicationScoped
class TokenIssuer {

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

  IssuedToken forOwner(UUID teamId) {
    EllipticCurveJsonWebKey key = keys.newest();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(config.ownerValidity());
    String token =
        Jwt.issuer(Tokens.ISSUER)
            .audience(Tokens.AUDIENCE)
            .subject(teamId.toString())
            .claim(Tokens.TEAM_CLAIM, teamId.toString())
            .groups(Set.of(Caller.OWNER))
            .claim("jti", newId.get().toString())
            .issuedAt(now)
            .expiresAt(expiresAt)
            .jws()
            .keyId(key.getKeyId())
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key.getPrivateKey());
    return new IssuedToken(token, expiresAt);
  }
}

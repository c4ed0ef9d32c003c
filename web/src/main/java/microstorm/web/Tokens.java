package microstorm.web;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The one token check of all services: signed with ES256 by a published key, issued by and meant
 * for Microstorm, not expired. Everything else is refused, whatever its header claims.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Tokens extends JWTCallerPrincipalFactory {

  /** The {@code iss} claim of every token. */
  public static final String ISSUER = "microstorm";

  /** The {@code aud} claim of every token. */
  public static final String AUDIENCE = "microstorm";

  /** The claim that holds the id of the team that a token speaks for. */
  public static final String TEAM_CLAIM = "team";

  /**
   * The claim that holds the id of the team whose session a participant's token is for. It gives no
   * right to anything of the team: shared capacity is charged by it.
   */
  public static final String SESSION_TEAM_CLAIM = "session_team";

  /** The claim that holds the id of the session that a participant's token is for. */
  public static final String SESSION_CLAIM = "session";

  /**
   * The claim that holds a participant's writer key: 128 random bits in base64url, known to the
   * token alone. What its holder wrote is recognised by hashes of it, so that nobody has to store
   * who wrote what.
   */
  public static final String WRITER_CLAIM = "writer";

  private static final int CLOCK_SKEW_SECONDS = 5;

  private final TokenKeys keys;
  private final JwtConsumer consumer;

  Tokens(TokenKeys keys) {
    this.keys = keys;
    this.consumer =
        consumer((signature, context) -> keys.resolver().resolveKey(signature, context));
  }

  /**
   * A service that does not know where the keys are, or cannot check a signature, does not start.
   */
  void start(@Observes StartupEvent event) {
    keys.resolver();
    TokenWarmUp.check(Tokens::consumer);
  }

  private static JwtConsumer consumer(VerificationKeyResolver keys) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
        .setVerificationKeyResolver(keys)
        .setExpectedIssuer(ISSUER)
        .setExpectedAudience(AUDIENCE)
        .setRequireExpirationTime()
        .setRequireSubject()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
    try {
      return new Checked(token, consumer.processToClaims(token));
    } catch (InvalidJwtException invalid) {
      if (isKeyOutOfReach(invalid)) {
        throw ProblemException.busy(
            "The keys that tokens are checked with cannot be read just now.", 1);
      }
      throw new ParseException("The token is not valid here.");
    }
  }

  /** Then nothing is known about the token: it is no reason to send its owner away. */
  private static boolean isKeyOutOfReach(Throwable invalid) {
    for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /**
   * A token whose own claims are looked up by their names alone: the standard look-up throws and
   * catches an exception for every name that is not registered, on every request.
   */
  private static final class Checked extends DefaultJWTCallerPrincipal {

    private static final Set<String> OWN =
        Set.of(TEAM_CLAIM, SESSION_TEAM_CLAIM, SESSION_CLAIM, WRITER_CLAIM);

    private final JwtClaims claims;

    Checked(String token, JwtClaims claims) {
      super(token, "JWT", claims);
      this.claims = claims;
    }

    @Override
    protected Object getClaimValue(String name) {
      return OWN.contains(name) ? claims.getClaimValue(name) : super.getClaimValue(name);
    }
  }
}

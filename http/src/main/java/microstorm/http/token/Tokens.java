package microstorm.http.token;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Checks the tokens of all services. A token must be signed with ES256 by a published key, be
 * issued by and for Microstorm, and not be expired. Any other token is refused, regardless of its
 * header.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Tokens extends JWTCallerPrincipalFactory {

  /** The {@code iss} claim of every token. */
  public static final String ISSUER = "microstorm";

  /** The {@code aud} claim of every token. */
  public static final String AUDIENCE = "microstorm";

  /** The claim with the team's id in an owner's or a member's token. */
  public static final String TEAM_CLAIM = "team";

  /** The claim with the id of the key that a team's token was issued for. */
  public static final String KEY_CLAIM = "key";

  /**
   * The claim with the id of the team whose session a participant's token is for. It grants no
   * rights; shared capacity is charged to this team.
   */
  public static final String SESSION_TEAM_CLAIM = "session_team";

  /** The claim with the id of the session that a participant's token is for. */
  public static final String SESSION_CLAIM = "session";

  /**
   * The claim with a participant's writer key: 128 random bits in base64url that only the token
   * contains. Ideas are matched to their author by hashes of it, so no author needs to be stored.
   */
  public static final String WRITER_CLAIM = "writer";

  /**
   * The claim with the hash of the code that a reader's token was issued for. The token is valid
   * while the report has this code.
   */
  public static final String READER_CLAIM = "reader_code";

  private static final int CLOCK_SKEW_SECONDS = 5;

  private final TokenKeys keys;
  private final JwtConsumer consumer;

  Tokens(TokenKeys keys) {
    this.keys = keys;
    this.consumer =
        consumer((signature, context) -> keys.resolver().resolveKey(signature, context));
  }

  static Optional<UUID> id(JsonWebToken token, String claim) {
    return Optional.<Object>ofNullable(token.getClaim(claim))
        .map(id -> UUID.fromString(id.toString()));
  }

  /** The team and the key that gave a token; empty for a participant's. */
  static Set<UUID> grantedBy(JsonWebToken token) {
    return Stream.of(TEAM_CLAIM, KEY_CLAIM)
        .flatMap(claim -> id(token, claim).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Stops the start of a service that has no address of the keys or cannot check a signature. */
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
            "The service cannot read the keys for checking tokens. Try again in a second.", 1);
      }
      throw new ParseException("The token is not valid.");
    }
  }

  /**
   * If the keys cannot be read, the token may still be valid, so it must not be refused as invalid.
   */
  private static boolean isKeyOutOfReach(Throwable invalid) {
    for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /**
   * A token that looks up Microstorm's claims by name: the standard look-up throws and catches an
   * exception for every unregistered name, on every request.
   */
  private static final class Checked extends DefaultJWTCallerPrincipal {

    private static final Set<String> OWN =
        Set.of(
            TEAM_CLAIM, KEY_CLAIM, SESSION_TEAM_CLAIM, SESSION_CLAIM, WRITER_CLAIM, READER_CLAIM);

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

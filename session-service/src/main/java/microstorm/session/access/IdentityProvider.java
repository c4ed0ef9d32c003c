package microstorm.session.access;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import microstorm.session.problem.SessionProblem;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * An OpenID Connect provider. Its ID tokens are checked according to OpenID Connect Core 1.0,
 * section 3.1.3.7. The discovery document is read with the first token, so that an unavailable
 * provider does not prevent the start.
 */
final class IdentityProvider {

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int MAX_RESPONSE_BYTES = 512 * 1024;
  private static final int CLOCK_SKEW_SECONDS = 5;
  private static final int LONGEST_VALIDITY_MINUTES = 24 * 60;
  private static final int RETRY_AFTER_SECONDS = 5;

  private final String issuer;
  private final String audience;
  private final String teamsClaim;
  private volatile JwtConsumer consumer;

  private IdentityProvider(String issuer, String audience, String teamsClaim) {
    this.issuer = issuer;
    this.audience = audience;
    this.teamsClaim = teamsClaim;
  }

  /**
   * The configured provider.
   *
   * @throws IllegalStateException with the configuration key that is missing or wrong
   */
  static IdentityProvider of(AccessConfig.Oidc config) {
    URI issuer = config.issuer().orElseThrow(() -> missing("issuer"));
    if (issuer.getHost() == null || !Set.of("http", "https").contains(issuer.getScheme())) {
      throw new IllegalStateException(
          "microstorm.access.oidc.issuer is " + issuer + ". It must be an http or https address.");
    }
    String audience = config.audience().orElseThrow(() -> missing("audience"));
    return new IdentityProvider(issuer.toString(), audience, config.teamsClaim().orElse(null));
  }

  private static IllegalStateException missing(String key) {
    return new IllegalStateException(
        "microstorm.access.oidc." + key + " is missing. It is required for the access mode oidc.");
  }

  String issuer() {
    return issuer;
  }

  /**
   * Checks an ID token and returns its owner.
   *
   * @throws ProblemException 401 when the token is invalid, 503 when the provider is unavailable
   */
  SignedInOwner check(String token) {
    try {
      JwtClaims claims = consumer().processToClaims(token);
      requireParty(claims);
      return SignedInOwner.of(issuer, claims.getSubject(), teams(claims));
    } catch (InvalidJwtException invalid) {
      throw isUnavailable(invalid) ? unavailable() : invalidToken();
    } catch (MalformedClaimException malformed) {
      throw invalidToken();
    }
  }

  /** Requires that a token for several audiences was issued to this client. */
  private void requireParty(JwtClaims claims) throws MalformedClaimException {
    String party = claims.getStringClaimValue("azp");
    boolean issuedToUs = party == null ? claims.getAudience().size() == 1 : party.equals(audience);
    if (!issuedToUs) {
      throw invalidToken();
    }
  }

  private Set<String> teams(JwtClaims claims) {
    Object value = teamsClaim == null ? null : claims.getClaimValue(teamsClaim);
    Stream<?> values =
        value instanceof List<?> several ? several.stream() : Stream.ofNullable(value);
    return values
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  private JwtConsumer consumer() {
    if (consumer == null) {
      consumer = discover();
    }
    return consumer;
  }

  private JwtConsumer discover() {
    Get get = new Get();
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    get.setResponseBodySizeLimit(MAX_RESPONSE_BYTES);
    HttpsJwks keys = new HttpsJwks(keysAddress(get));
    keys.setSimpleHttpGet(get);
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA)
        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
        .setExpectedIssuer(issuer)
        .setExpectedAudience(audience)
        .setRequireSubject()
        .setRequireIssuedAt()
        .setRequireExpirationTime()
        .setMaxFutureValidityInMinutes(LONGEST_VALIDITY_MINUTES)
        .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
        .build();
  }

  private String keysAddress(Get get) {
    try {
      String document = get.get(issuer.replaceAll("/$", "") + DISCOVERY).getBody();
      Map<String, Object> found = JsonUtil.parseJson(document);
      if (issuer.equals(found.get("issuer")) && found.get("jwks_uri") instanceof String address) {
        return address;
      }
    } catch (IOException | JoseException unreadable) {
      throw unavailable();
    }
    throw unavailable();
  }

  private static boolean isUnavailable(Throwable invalid) {
    for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException unavailable() {
    return ProblemException.busy(
        "The identity provider is unavailable at the moment. Please try again.",
        RETRY_AFTER_SECONDS);
  }

  private static ProblemException invalidToken() {
    return SessionProblem.IDENTITY_TOKEN_WRONG.exception();
  }
}

package microstorm.http.token;

import java.util.List;
import java.util.function.Function;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Checks one token before the first request. For its first signature the platform calculates the
 * multiples of the curve's base point, which takes many times as long as a later check, and all
 * other requests wait for it: for many seconds on a machine where all replicas start at once.
 */
final class TokenWarmUp {

  private static final int MINUTES = 1;

  private TokenWarmUp() {}

  /**
   * Checks a token that is signed with a key of its own.
   *
   * @throws IllegalStateException if this platform cannot sign, or refuses its own signature
   */
  static void check(Function<VerificationKeyResolver, JwtConsumer> consumer) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("rehearsal");
      consumer
          .apply(new JwksVerificationKeyResolver(List.of(key)))
          .processToClaims(signed(claims(), key));
    } catch (JoseException | InvalidJwtException e) {
      throw new IllegalStateException("This platform cannot check tokens.", e);
    }
  }

  private static JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Tokens.ISSUER);
    claims.setAudience(Tokens.AUDIENCE);
    claims.setSubject("rehearsal");
    claims.setExpirationTimeMinutesInTheFuture(MINUTES);
    return claims;
  }

  private static String signed(JwtClaims claims, EllipticCurveJsonWebKey key) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey(key.getPrivateKey());
    return signature.getCompactSerialization();
  }
}

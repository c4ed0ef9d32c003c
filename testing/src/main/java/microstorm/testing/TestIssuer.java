package microstorm.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Publishes a key and issues tokens in place of session-service, for tests that only need its
 * tokens.
 */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {

  /** Quarkus loads this class more than once, so the key is shared as a system property. */
  private static final String KEY_PROPERTY = "microstorm.test.issuer.key";

  private static final int VALID_MINUTES = 60;

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    EllipticCurveJsonWebKey key = newKey("test-key");
    System.setProperty(KEY_PROPERTY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    byte[] published =
        new JsonWebKeySet(key)
            .toJson(OutputControlLevel.PUBLIC_ONLY)
            .getBytes(StandardCharsets.UTF_8);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/jwks.json",
        exchange -> {
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    server.start();
    return Map.of(
        "microstorm.http.jwks-url",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** An owner's token, as session-service issues it. */
  public static String ownerOf(UUID teamId) {
    return token(teamId, claims -> {});
  }

  /** An owner's token with changed claims, signed with the published key. */
  public static String token(UUID teamId, Consumer<JwtClaims> change) {
    return sign(claims(teamId, change), publishedKey());
  }

  /** The token of someone who joined a session, as session-service issues it. */
  public static String memberOf(UUID sessionId, UUID participantId, String role, String writerKey) {
    return token(
        participantId,
        claims -> {
          claims.unsetClaim("team");
          claims.setStringListClaim("groups", List.of(role));
          claims.setStringClaim("session", sessionId.toString());
          claims.setStringClaim("writer", writerKey);
        });
  }

  /** The changed claims of an owner's token. */
  public static JwtClaims claims(UUID teamId, Consumer<JwtClaims> change) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("microstorm");
    claims.setAudience("microstorm");
    claims.setGeneratedJwtId();
    claims.setSubject(teamId.toString());
    claims.setStringListClaim("groups", List.of("owner"));
    claims.setStringClaim("team", teamId.toString());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(VALID_MINUTES);
    change.accept(claims);
    return claims;
  }

  /** Signs claims with ES256. */
  public static String sign(JwtClaims claims, EllipticCurveJsonWebKey key) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims.toJson());
      signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setKey(key.getPrivateKey());
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key pair whose public key is published. */
  public static EllipticCurveJsonWebKey publishedKey() {
    try {
      return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty(KEY_PROPERTY));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key that is not published. */
  public static EllipticCurveJsonWebKey newKey(String id) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(id);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}

package microstorm.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.mutiny.Uni;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import microstorm.testing.TestIssuer;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

/** A checked token is accepted without another check for the configured time. */
class TokenCacheTest {

  private static final Duration KEPT_FOR = Duration.ofSeconds(60);

  private final EllipticCurveJsonWebKey key = TestIssuer.newKey("a-key");
  private final MovableClock clock = new MovableClock();
  private boolean published = true;
  private int checks;
  private final Set<UUID> revoked = new HashSet<>();
  private Duration revocationsKeptFor = Duration.ZERO;
  private RevocationCache answers;
  private int lookUps;

  @Test
  void aTokenIsCheckedOnce() {
    TokenCheck check = check(KEPT_FOR);
    String token = token(Duration.ofHours(1));
    String subject = admit(check, token).getPrincipal().getName();
    assertThat(admit(check, token).getPrincipal().getName()).isEqualTo(subject);
    assertThat(checks).isEqualTo(1);
  }

  @Test
  void aWithdrawnKeyStopsWorkingAfterTheConfiguredTime() {
    TokenCheck check = check(KEPT_FOR);
    TokenCheck unbounded = check(Duration.ofDays(1));
    String token = token(Duration.ofHours(1));
    admit(check, token);
    admit(unbounded, token);
    published = false;

    clock.pass(KEPT_FOR.minusMillis(1));
    admit(check, token);
    clock.pass(Duration.ofMillis(1));
    assertRefused(check, token);
    // without the bound it would still be accepted
    admit(unbounded, token);
  }

  /** The token check itself uses another clock here: a cached token must not outlive its expiry. */
  @Test
  void anExpiredTokenIsForgotten() {
    TokenCheck check = check(KEPT_FOR);
    String brief = token(Duration.ofSeconds(10));
    String lasting = token(Duration.ofHours(1));
    admit(check, brief);
    admit(check, lasting);
    published = false;

    clock.pass(Duration.ofSeconds(10));
    assertRefused(check, brief);
    admit(check, lasting);
  }

  @Test
  void refusedTokensAreNotCached() {
    TokenCheck check = check(KEPT_FOR);
    String token = token(Duration.ofHours(1));
    published = false;
    assertRefused(check, token);
    published = true;
    admit(check, token);
  }

  @Test
  void theTokenOfARevokedKeyIsRefusedAlthoughItIsCached() {
    TokenCheck check = check(KEPT_FOR);
    UUID key = UUID.randomUUID();
    String token =
        token(Duration.ofHours(1), claims -> claims.setStringClaim("key", key.toString()));
    String another =
        token(
            Duration.ofHours(1),
            claims -> claims.setStringClaim("key", UUID.randomUUID().toString()));
    admit(check, token);
    revoked.add(key);
    assertRefused(check, token);
    admit(check, another);
  }

  /** The control is the test above: without the memory each request asks, and at once. */
  @Test
  void aRememberedRevocationNeedsNoThreadAndEndsAfterTheConfiguredTime() {
    revocationsKeptFor = Duration.ofSeconds(1);
    TokenCheck check = check(KEPT_FOR);
    UUID key = UUID.randomUUID();
    String token =
        token(Duration.ofHours(1), claims -> claims.setStringClaim("key", key.toString()));
    admit(check, token);
    TokenAuthenticationRequest again =
        new TokenAuthenticationRequest(new JsonWebTokenCredential(token));
    AuthenticationRequestContext withoutThreads =
        blocking -> {
          throw new AssertionError("uses a worker thread");
        };
    check.authenticate(again, withoutThreads).await().indefinitely();
    assertThat(lookUps).isEqualTo(1);

    revoked.add(key);
    clock.pass(Duration.ofSeconds(1));
    assertRefused(check, token);
    assertThatThrownBy(() -> check.authenticate(again, withoutThreads).await().indefinitely())
        .isInstanceOf(AuthenticationFailedException.class);
    assertThat(lookUps).isEqualTo(2);
  }

  /** The control: the answers for other keys stay. */
  @Test
  void aReplicaForgetsAtOnceWhatItRevokesItself() {
    revocationsKeptFor = Duration.ofSeconds(1);
    TokenCheck check = check(KEPT_FOR);
    UUID key = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    String token =
        token(Duration.ofHours(1), claims -> claims.setStringClaim("key", key.toString()));
    String another =
        token(Duration.ofHours(1), claims -> claims.setStringClaim("key", other.toString()));
    admit(check, token);
    admit(check, another);
    revoked.add(key);
    revoked.add(other);

    answers.forget(new AccessRevoked(Set.of(key)));
    assertRefused(check, token);
    admit(check, another);
  }

  /**
   * Signatures are read leniently, so a valid token could be written in any number of long ways.
   */
  @Test
  void aPaddedTokenIsNotCached() {
    TokenCheck check = check(KEPT_FOR);
    String padded = token(Duration.ofHours(1)) + "~".repeat(TokenCache.MAX_LENGTH);
    admit(check, padded);
    admit(check, padded);
    assertThat(checks).isEqualTo(2);
  }

  private TokenCheck check(Duration keptFor) {
    Tokens tokens =
        new Tokens(
            () ->
                (jws, nesting) -> {
                  checks++;
                  return published();
                });
    return new TokenCheck(
        new TokenCache(clock, 10, keptFor),
        new DefaultJWTParser(null, tokens),
        answers = new RevocationCache(new Revoked(), clock, revocationsKeptFor));
  }

  /** The revoked keys of this test, in place of the database's. */
  private final class Revoked extends RevokedAccess {
    Revoked() {
      super(null, null);
    }

    @Override
    public Set<UUID> among(Collection<UUID> ids) {
      lookUps++;
      Set<UUID> found = new HashSet<>(ids);
      found.retainAll(revoked);
      return found;
    }
  }

  private Key published() throws UnresolvableKeyException {
    if (!published) {
      throw new UnresolvableKeyException("There is no such key.");
    }
    return key.getPublicKey();
  }

  private String token(Duration valid) {
    return token(valid, claims -> {});
  }

  private String token(Duration valid, Consumer<JwtClaims> change) {
    NumericDate expiry = NumericDate.fromSeconds(clock.instant().plus(valid).getEpochSecond());
    JwtClaims claims = TestIssuer.claims(UUID.randomUUID(), change);
    claims.setExpirationTime(expiry);
    return TestIssuer.sign(claims, key);
  }

  private static SecurityIdentity admit(TokenCheck check, String token) {
    TokenCredential credential = new JsonWebTokenCredential(token);
    return check
        .authenticate(new TokenAuthenticationRequest(credential), new SameThread())
        .await()
        .indefinitely();
  }

  private static void assertRefused(TokenCheck check, String token) {
    assertThatThrownBy(() -> admit(check, token)).isInstanceOf(AuthenticationFailedException.class);
  }

  private static final class SameThread implements AuthenticationRequestContext {
    @Override
    public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> function) {
      return Uni.createFrom().item(function);
    }
  }

  /** Whole seconds, as tokens have them. */
  private static final class MovableClock extends Clock {
    private Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

package microstorm.session.token;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import microstorm.http.token.TokenKeys;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The present signing keys. They are read at the start and again when the directory has changed.
 */
@Startup
@ApplicationScoped
public class SigningKeys implements TokenKeys {

  private final KeyDirectory directory;
  private final Duration publishBeforeSigning;
  private final Clock clock;

  /** The times at which keys that were added after the start were first published, by key id. */
  private final Map<String, Instant> published = new ConcurrentHashMap<>();

  private volatile List<EllipticCurveJsonWebKey> keys;

  SigningKeys(TokenConfig config, Clock clock) {
    this.directory = new KeyDirectory(config.keysDirectory());
    this.publishBeforeSigning = config.publishBeforeSigning();
    this.clock = clock;
    this.keys = directory.readOrCreate();
  }

  @Scheduled(every = "5s")
  void reload() {
    List<EllipticCurveJsonWebKey> found = directory.read();
    if (found.isEmpty()) {
      return;
    }
    Set<String> before = ids(keys);
    ids(found).stream()
        .filter(id -> !before.contains(id))
        .forEach(id -> published.put(id, clock.instant()));
    published.keySet().retainAll(ids(found));
    keys = found;
  }

  /**
   * The key that signs: the last one by name that every replica should publish by now. A replica
   * that does not know the key yet would refuse the token.
   */
  EllipticCurveJsonWebKey signing() {
    Instant latest = clock.instant().minus(publishBeforeSigning);
    List<EllipticCurveJsonWebKey> all = keys;
    return all.stream()
        .filter(key -> !published.getOrDefault(key.getKeyId(), Instant.MIN).isAfter(latest))
        .reduce((first, next) -> next)
        .orElse(all.get(all.size() - 1));
  }

  private static Set<String> ids(List<EllipticCurveJsonWebKey> keys) {
    return keys.stream().map(EllipticCurveJsonWebKey::getKeyId).collect(Collectors.toSet());
  }

  /** The public parts as a JWK set. */
  String published() {
    return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  @Override
  public VerificationKeyResolver resolver() {
    return new JwksVerificationKeyResolver(List.copyOf(keys));
  }
}

package microstorm.session.token;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import microstorm.web.TokenKeys;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The keys in force: read at the start, and again when the directory has changed. */
@Startup
@ApplicationScoped
public class SigningKeys implements TokenKeys {

  private final KeyDirectory directory;
  private volatile List<EllipticCurveJsonWebKey> keys;

  SigningKeys(TokenConfig config) {
    this.directory = new KeyDirectory(config.keysDirectory());
    this.keys = directory.readOrCreate();
  }

  @Scheduled(every = "5s")
  void reload() {
    List<EllipticCurveJsonWebKey> found = directory.read();
    if (!found.isEmpty()) {
      keys = found;
    }
  }

  EllipticCurveJsonWebKey newest() {
    return keys.get(keys.size() - 1);
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

package microstorm.http.token;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import microstorm.http.HttpConfig;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * The keys that session-service publishes. They are fetched when they are first needed, cached, and
 * fetched again when a token names an unknown key. So a key rotation needs no restart, and known
 * keys remain usable while session-service is unavailable.
 */
@DefaultBean
@ApplicationScoped
class PublishedKeys implements TokenKeys {

  private static final int TIMEOUT_MILLIS = 3_000;
  private static final long CACHE_SECONDS = 3_600;
  private static final long KEEP_ON_ERROR_SECONDS = 24 * 3_600;
  private static final long AT_MOST_EVERY_MILLIS = 2_000;

  private final VerificationKeyResolver resolver;

  PublishedKeys(HttpConfig config) {
    String url =
        config
            .jwksUrl()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "microstorm.http.jwks-url is not set. Set it to the address of the published"
                            + " keys, which are needed to check tokens."))
            .toString();
    Get get = new Get();
    get.setConnectTimeout(TIMEOUT_MILLIS);
    get.setReadTimeout(TIMEOUT_MILLIS);
    HttpsJwks keys = new HttpsJwks(url);
    keys.setSimpleHttpGet(get);
    keys.setDefaultCacheDuration(CACHE_SECONDS);
    keys.setRetainCacheOnErrorDuration(KEEP_ON_ERROR_SECONDS);
    keys.setRefreshReprieveThreshold(AT_MOST_EVERY_MILLIS);
    this.resolver = new HttpsJwksVerificationKeyResolver(keys);
  }

  @Override
  public VerificationKeyResolver resolver() {
    return resolver;
  }
}

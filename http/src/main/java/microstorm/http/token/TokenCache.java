package microstorm.http.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import microstorm.http.HttpConfig;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Caches tokens that were checked recently, by their whole text. An entry ends when its token
 * expires, or after the configured time: then a token whose key is no longer published stops
 * working.
 */
@ApplicationScoped
class TokenCache {

  /**
   * The length of the longest token that is cached, several times that of an issued one. Signatures
   * are read leniently, so the holder of a valid token can write it in many ways and at any length.
   */
  static final int MAX_LENGTH = 2_048;

  private final Clock clock;
  private final Duration keptFor;
  private final Cache<String, JsonWebToken> tokens;

  @Inject
  TokenCache(Clock clock, HttpConfig config) {
    this(clock, config.tokensKept(), config.tokensKeptFor());
  }

  TokenCache(Clock clock, int atMost, Duration keptFor) {
    this.clock = clock;
    this.keptFor = keptFor;
    this.tokens =
        Caffeine.newBuilder()
            .maximumSize(atMost)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(Expiry.creating((String text, JsonWebToken token) -> leftFor(token)))
            .build();
  }

  Optional<JsonWebToken> find(String text) {
    return Optional.ofNullable(tokens.getIfPresent(text));
  }

  void remember(String text, JsonWebToken token) {
    if (text.length() <= MAX_LENGTH) {
      tokens.put(text, token);
    }
  }

  private Duration leftFor(JsonWebToken token) {
    Duration valid =
        Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
    return valid.compareTo(keptFor) < 0 ? valid : keptFor;
  }
}

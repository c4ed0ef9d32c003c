package microstorm.web;

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
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The tokens that were found good a short while ago, by their whole text. One that expires is
 * forgotten then; one whose key is not published any more, when its time here is over.
 */
@ApplicationScoped
class TokenCache {

  /**
   * Characters of the longest token that is kept, several times what is issued. Whoever has a good
   * token may write it in many ways and at any length, because signatures are read leniently.
   */
  static final int MAX_LENGTH = 2_048;

  private final Clock clock;
  private final Duration keptFor;
  private final Cache<String, JsonWebToken> tokens;

  @Inject
  TokenCache(Clock clock, WebConfig config) {
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

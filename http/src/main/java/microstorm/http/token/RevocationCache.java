package microstorm.http.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import microstorm.http.HttpConfig;

/**
 * Remembers for a moment whether the tokens of a team and key were revoked, so that not every
 * request of a team takes a worker thread and a connection of the database before its share is
 * checked.
 */
@ApplicationScoped
class RevocationCache {

  /** The teams and keys whose answers are remembered. */
  private static final int MAX_ANSWERS = 10_000;

  private final RevokedAccess revoked;
  private final Cache<Set<UUID>, Boolean> answers;

  @Inject
  RevocationCache(RevokedAccess revoked, Clock clock, HttpConfig config) {
    this(revoked, clock, config.revocationsKeptFor());
  }

  RevocationCache(RevokedAccess revoked, Clock clock, Duration keptFor) {
    this.revoked = revoked;
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(MAX_ANSWERS)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(keptFor)
            .build();
  }

  /** Whether one of these was revoked; empty if the database has to be read. */
  Optional<Boolean> remembered(Set<UUID> grantedBy) {
    return grantedBy.isEmpty()
        ? Optional.of(false)
        : Optional.ofNullable(answers.getIfPresent(grantedBy));
  }

  /**
   * Whether one of these was revoked, read from the database once for all requests that wait.
   *
   * @throws IllegalStateException if the database cannot be read
   */
  boolean isRevoked(Set<UUID> grantedBy) {
    return remembered(grantedBy).orElseGet(() -> answers.get(grantedBy, this::read));
  }

  /** Forgets what this replica has changed. Other replicas remember it for a moment. */
  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessRevoked revoked) {
    answers.asMap().keySet().removeIf(ids -> !Collections.disjoint(ids, revoked.ids()));
  }

  private boolean read(Set<UUID> grantedBy) {
    try {
      return !revoked.among(grantedBy).isEmpty();
    } catch (SQLException unreadable) {
      throw new IllegalStateException("The revoked keys cannot be read.", unreadable);
    }
  }
}

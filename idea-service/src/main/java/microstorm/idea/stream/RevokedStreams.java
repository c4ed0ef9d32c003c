package microstorm.idea.stream;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import microstorm.http.token.RevokedAccess;
import org.jboss.logging.Logger;

/**
 * Ends the live streams of owners and members whose key is revoked or whose team is deleted. Each
 * replica looks for such streams of its own every few seconds, if it has any streams of teams.
 */
@ApplicationScoped
class RevokedStreams {

  private static final Logger LOG = Logger.getLogger(RevokedStreams.class);

  private final RevokedAccess revoked;

  /** The team and the key of each stream that is not of a participant. */
  private final Map<Subscriber, Set<UUID>> grants = new ConcurrentHashMap<>();

  RevokedStreams(RevokedAccess revoked) {
    this.revoked = revoked;
  }

  /**
   * Looks after a stream until it is forgotten.
   *
   * @param grantedBy the team and the key of the token; empty for a participant
   */
  void watch(Subscriber subscriber, Set<UUID> grantedBy) {
    if (!grantedBy.isEmpty()) {
      grants.put(subscriber, grantedBy);
    }
  }

  void forget(Subscriber subscriber) {
    grants.remove(subscriber);
  }

  @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void endRevoked() {
    Set<UUID> watched =
        grants.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    if (watched.isEmpty()) {
      return;
    }
    try {
      Set<UUID> ended = revoked.among(watched);
      grants.forEach(
          (subscriber, grantedBy) -> {
            if (!Collections.disjoint(grantedBy, ended)) {
              subscriber.end(null);
            }
          });
    } catch (SQLException unreadable) {
      LOG.debugf("The revoked keys cannot be read at the moment: %s", unreadable);
    }
  }
}

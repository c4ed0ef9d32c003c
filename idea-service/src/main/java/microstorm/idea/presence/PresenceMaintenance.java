package microstorm.idea.presence;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.stream.Feeds;
import microstorm.idea.stream.Feeds.ConnectedPerson;
import org.jboss.logging.Logger;

/**
 * Keeps the leases of the people who have a stream on this replica, and publishes the changes of
 * all replicas. It depends on nothing but streams: no post and no other request changes presence,
 * so it cannot show when somebody writes.
 */
@ApplicationScoped
class PresenceMaintenance {

  private static final Logger LOG = Logger.getLogger(PresenceMaintenance.class);

  private final Feeds feeds;
  private final Leases leases;
  private final PresencePublisher publisher;
  private final Clock clock;
  private final Duration grace;
  private final Map<UUID, Instant> renewed = new HashMap<>();

  private final ExpiryGuard guard;

  PresenceMaintenance(
      Feeds feeds, Leases leases, PresencePublisher publisher, PresenceConfig config, Clock clock) {
    this.feeds = feeds;
    this.leases = leases;
    this.publisher = publisher;
    this.clock = clock;
    this.grace = config.grace();
    this.guard = new ExpiryGuard(grace, clock.instant());
  }

  @Scheduled(
      every = "${microstorm.presence.interval:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void maintain() {
    try {
      maintain(clock.instant());
    } catch (RuntimeException failure) {
      LOG.debugf("Presence cannot be updated at the moment: %s", failure);
    }
  }

  private void maintain(Instant now) {
    renew(now);
    boolean expired = guard.renewed(now);
    leases.changedSessions(expired).forEach(session -> publisher.publish(session, expired));
  }

  private void renew(Instant now) {
    Instant due = now.minus(grace.dividedBy(ExpiryGuard.RENEWALS));
    Map<UUID, ConnectedPerson> connected = new HashMap<>();
    feeds.connected().forEach(person -> connected.put(person.participantId(), person));
    renewed.keySet().retainAll(connected.keySet());
    List<ConnectedPerson> people =
        connected.values().stream()
            .filter(person -> renewed.getOrDefault(person.participantId(), due).compareTo(due) <= 0)
            .toList();
    if (!people.isEmpty()) {
      leases.renew(people);
      people.forEach(person -> renewed.put(person.participantId(), now));
    }
  }
}

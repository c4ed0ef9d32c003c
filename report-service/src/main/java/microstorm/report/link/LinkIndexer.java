package microstorm.report.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Reads the links of the sessions whose reports have changed, one session in a transaction. The
 * database notes these sessions itself. Only one replica at a time does it.
 */
@ApplicationScoped
class LinkIndexer {

  private static final Logger LOG = Logger.getLogger(LinkIndexer.class);

  private final LinkQueue queue;
  private final SessionLinks sessions;

  LinkIndexer(LinkQueue queue, SessionLinks sessions) {
    this.queue = queue;
    this.sessions = sessions;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void indexChanged() {
    AtomicReference<UUID> current = new AtomicReference<>();
    try {
      while (QuarkusTransaction.requiringNew().call(() -> indexNext(current))) {
        LOG.trace("The links of a session were read.");
      }
    } catch (RuntimeException failure) {
      LOG.debugf("Links cannot be read at the moment: %s", failure);
      postpone(current.get());
    }
  }

  /** False if there is nothing to do, or if another replica does it. */
  private boolean indexNext(AtomicReference<UUID> current) {
    current.set(null);
    if (!queue.lock()) {
      return false;
    }
    Optional<UUID> session = queue.next();
    session.ifPresent(
        next -> {
          current.set(next);
          sessions.index(next);
        });
    return session.isPresent();
  }

  /** A job of its own, which a session that cannot be read does not stop. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refreshTargets() {
    try {
      while (QuarkusTransaction.requiringNew().call(() -> queue.lock() && queue.refreshStale())) {
        LOG.trace("Targets of removed links were refreshed.");
      }
    } catch (RuntimeException failure) {
      LOG.debugf("Targets of removed links cannot be refreshed at the moment: %s", failure);
    }
  }

  /** A session that fails must not keep the others waiting. */
  private void postpone(UUID session) {
    if (session == null) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew().run(() -> queue.postpone(session));
    } catch (RuntimeException failure) {
      LOG.debugf("A session stays first in the queue of links: %s", failure);
    }
  }
}

package microstorm.report.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import microstorm.report.indexing.SessionIndexer;
import microstorm.report.indexing.SessionQueue;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Reads the links of the sessions whose reports have changed. */
@ApplicationScoped
class LinkIndexer {

  private static final Logger LOG = Logger.getLogger(LinkIndexer.class);

  private final SessionQueue queue;
  private final SessionIndexer indexer;
  private final LinkTargets targets;

  LinkIndexer(Jdbi database, LinkTargets targets, SessionLinks sessions) {
    this.queue =
        new SessionQueue(database, "link_queue", "lock_link_index", "next_session_for_links");
    this.indexer = new SessionIndexer(queue, sessions::index);
    this.targets = targets;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void indexChanged() {
    indexer.indexChanged();
  }

  /** A job of its own, which a session that cannot be read does not stop. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refreshTargets() {
    try {
      while (QuarkusTransaction.requiringNew().call(() -> queue.lock() && targets.refreshStale())) {
        LOG.trace("Targets of removed links were refreshed.");
      }
    } catch (RuntimeException failure) {
      LOG.debugf("Targets of removed links cannot be refreshed at the moment: %s", failure);
    }
  }
}

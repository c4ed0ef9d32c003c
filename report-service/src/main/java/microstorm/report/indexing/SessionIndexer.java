package microstorm.report.indexing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Indexes the sessions of a queue, one in a transaction. In the transactions that apply events,
 * indexing would take several times as long as storing the ideas. Only one replica at a time does
 * it.
 */
public final class SessionIndexer {

  private static final Logger LOG = Logger.getLogger(SessionIndexer.class);

  private final SessionQueue queue;
  private final Consumer<UUID> index;

  /**
   * An indexer.
   *
   * @param index indexes a session in the transaction that takes it out of the queue
   */
  public SessionIndexer(SessionQueue queue, Consumer<UUID> index) {
    this.queue = queue;
    this.index = index;
  }

  /** Indexes the sessions that wait. One that fails goes to the end of the queue. */
  public void indexChanged() {
    AtomicReference<UUID> current = new AtomicReference<>();
    try {
      while (QuarkusTransaction.requiringNew().call(() -> indexNext(current))) {
        LOG.tracef("A session of %s was indexed.", queue);
      }
    } catch (RuntimeException failure) {
      LOG.debugf("Sessions of %s cannot be indexed at the moment: %s", queue, failure);
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
          index.accept(next);
        });
    return session.isPresent();
  }

  /** A session that fails must not keep the others waiting. */
  private void postpone(UUID session) {
    if (session == null) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew().run(() -> queue.postpone(session));
    } catch (RuntimeException failure) {
      LOG.debugf("A session stays first in %s: %s", queue, failure);
    }
  }
}

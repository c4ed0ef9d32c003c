package microstorm.report.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Indexes the sessions whose reports have changed, one in a transaction. The database notes them
 * itself. In the transactions that apply events, indexing would take several times as long as
 * storing the ideas.
 */
@ApplicationScoped
class SearchIndexer {

  private static final Logger LOG = Logger.getLogger(SearchIndexer.class);

  private final Jdbi database;

  SearchIndexer(Jdbi database) {
    this.database = database;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void indexChanged() {
    try {
      while (QuarkusTransaction.requiringNew().call(this::indexNext)) {
        LOG.trace("A session was indexed.");
      }
    } catch (RuntimeException failure) {
      LOG.debugf("Sessions cannot be indexed for search at the moment: %s", failure);
    }
  }

  /** False if there is nothing to do, or if another replica does it. */
  private boolean indexNext() {
    return database.withHandle(
        handle -> handle.select("select index_next_session()").mapTo(Boolean.class).one());
  }
}

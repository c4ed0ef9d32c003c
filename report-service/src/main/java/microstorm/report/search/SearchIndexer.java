package microstorm.report.search;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.report.indexing.SessionIndexer;
import microstorm.report.indexing.SessionQueue;
import org.jdbi.v3.core.Jdbi;

/** Indexes the texts of the sessions whose reports have changed. */
@ApplicationScoped
class SearchIndexer {

  private final Jdbi database;
  private final SessionIndexer indexer;

  SearchIndexer(Jdbi database) {
    this.database = database;
    this.indexer =
        new SessionIndexer(
            new SessionQueue(
                database, "search_queue", "lock_search_index", "next_session_for_search"),
            this::index);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void indexChanged() {
    indexer.indexChanged();
  }

  private void index(UUID session) {
    database.useHandle(handle -> handle.execute("select index_session(?)", session));
  }
}

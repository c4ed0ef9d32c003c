package microstorm.report.indexing;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Sessions whose reports have changed, as the database notes them. */
public final class SessionQueue {

  private final Jdbi database;
  private final String table;
  private final String lock;
  private final String next;

  /**
   * A queue in the database.
   *
   * @param table with the columns {@code id}, which gives the order, and {@code session_id}
   * @param lock the function that says whether this transaction may index: only one at a time
   * @param next the function that takes out the next session that is free and locks it
   */
  public SessionQueue(Jdbi database, String table, String lock, String next) {
    this.database = database;
    this.table = table;
    this.lock = "select %s()".formatted(lock);
    this.next = "select %s()".formatted(next);
  }

  /** Whether this transaction may index: only one at a time. */
  public boolean lock() {
    return database.withHandle(handle -> handle.select(lock).mapTo(Boolean.class).one());
  }

  /** Takes the next session out of the queue. */
  Optional<UUID> next() {
    return database.withHandle(handle -> handle.select(next).mapTo(UUID.class).findOne());
  }

  /** Moves a session to the end of the queue. */
  void postpone(UUID session) {
    database.useHandle(
        handle -> {
          if (handle.execute("delete from %s where session_id = ?".formatted(table), session) > 0) {
            handle.execute("insert into %s (session_id) values (?)".formatted(table), session);
          }
        });
  }

  @Override
  public String toString() {
    return table;
  }
}

package microstorm.local.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import microstorm.local.setup.StartException;

/**
 * Keeps the relays of all services from publishing. The services go on: their events wait in the
 * outboxes. Postgres ends the pause if this process does not.
 */
final class RelayPause {
  /** The lock that a relay holds while it publishes, see OutboxTable in the module messaging. */
  static final long RELAY_LOCK = 0x6d73746f726d0001L;

  private static final String LOCK =
      """
      set lock_timeout = '30s';
      set idle_session_timeout = '30s';
      select pg_advisory_lock(%d)
      """
          .formatted(RELAY_LOCK);

  private RelayPause() {}

  /** Something to do during the pause, in a few seconds. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Does something while no relay publishes.
   *
   * @param connections one to each database; they are closed at the end
   * @throws StartException if a relay does not finish its batch in 30 s
   */
  static <T> T during(List<Connection> connections, Work<T> work) throws SQLException {
    try {
      for (Connection connection : connections) {
        lock(connection);
      }
      return work.run();
    } finally {
      connections.forEach(RelayPause::close);
    }
  }

  private static void lock(Connection connection) {
    try (Statement lock = connection.createStatement()) {
      lock.execute(LOCK);
    } catch (SQLException e) {
      throw new StartException(
          "A service is still publishing events after 30 s. Try again when there is less load.", e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Postgres ends the session, and the lock with it.
    }
  }
}

package microstorm.messaging.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import microstorm.messaging.MessagingConfig;

/** Removes old rows of the inbox in small transactions, in one replica at a time. */
@ApplicationScoped
class Retention {

  private static final long LOCK = 0x6d73746f726d0002L;
  private static final int CHUNK = 1_000;

  private static final String CLAIM =
      "select set_config('synchronous_commit', 'off', true), pg_try_advisory_xact_lock(%d)"
          .formatted(LOCK);

  private static final String DELETE =
      """
      delete from inbox where ctid = any (array(
        select ctid from inbox
        where received_at < clock_timestamp() - make_interval(secs => ?)
        order by received_at limit %d))
      """
          .formatted(CHUNK);

  private final DataSource database;
  private final MessagingConfig config;

  Retention(DataSource database, MessagingConfig config) {
    this.database = database;
    this.config = config;
  }

  void clean() throws SQLException {
    while (chunk() == CHUNK) {
      Thread.yield();
    }
  }

  private int chunk() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
        int removed = 0;
        if (claim(connection)) {
          statement.setDouble(1, config.inboxRetention().toMillis() / 1000.0);
          removed = statement.executeUpdate();
        }
        connection.commit();
        return removed;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static boolean claim(Connection connection) throws SQLException {
    try (Statement claim = connection.createStatement();
        ResultSet row = claim.executeQuery(CLAIM)) {
      return row.next() && row.getBoolean(2);
    }
  }
}

package microstorm.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of the inbox. */
@ApplicationScoped
class InboxTable {

  // Sorted, so that two replicas with the same events (a rebalance) wait instead of deadlocking.
  private static final String INSERT =
      """
      insert into inbox (consumer, event_id)
      select ?, id from unnest(?::uuid[]) as id order by id
      on conflict do nothing
      returning event_id
      """;

  private final DataSource database;

  InboxTable(DataSource database) {
    this.database = database;
  }

  /** Stores ids in the current transaction and returns those that are new. */
  Set<UUID> enter(String consumer, Collection<UUID> ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, consumer);
      insert.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
      Set<UUID> fresh = new HashSet<>();
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
      return fresh;
    }
  }

  /** Whether the database responds. */
  boolean answers() {
    try (Connection connection = database.getConnection();
        PreparedStatement probe = connection.prepareStatement("select 1")) {
      return probe.execute();
    } catch (SQLException e) {
      return false;
    }
  }
}

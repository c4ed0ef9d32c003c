package microstorm.messaging.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of the relay. */
final class OutboxTable {

  private static final long RELAY_LOCK = 0x6d73746f726d0001L;

  // A host that dies leaves its connection open: after this time without a statement, the server
  // ends the transaction and frees the lock. It is longer than the longest send. A lost removal
  // only means that rows are sent again, so the commit need not wait for the disk.
  private static final String CLAIM =
      """
      select set_config('idle_in_transaction_session_timeout', '45s', true),
             set_config('synchronous_commit', 'off', true),
             pg_try_advisory_xact_lock(%d)
      """
          .formatted(RELAY_LOCK);

  // Always the oldest rows, never those "with a position above the last one": positions are
  // assigned before the commit. The one exception is within a batch, where a later batch finds the
  // rows that become visible below the last position. Within a batch, no row is read that got its
  // position after the batch began: otherwise it could overtake an earlier event of its key that
  // becomes visible below the last position.
  private static final String READ =
      """
      select position, id, topic, key::text, type, source, subject, time, traceparent, payload
      from (select o.*, sum(octet_length(payload))
                          over (order by position rows unbounded preceding) as bytes
            from outbox o where position > ? and position <= ?
            order by position limit ?) as oldest
      where bytes - octet_length(payload) < ?
      order by position
      """;

  private static final String REMOVE = "delete from outbox where position = any(?)";

  // Sorted, so that the index is used: a scan of the table would read all dead rows.
  private static final String PENDING = "select position from outbox order by position limit 1";

  private static final String LAST_NUMBERED = "select last_value from outbox_position_seq";

  private OutboxTable() {}

  /**
   * Takes the relay's lock for the current transaction; returns false if another transaction holds
   * it.
   */
  static boolean claim(Connection connection) throws SQLException {
    try (Statement claim = connection.createStatement();
        ResultSet row = claim.executeQuery(CLAIM)) {
      return row.next() && row.getBoolean(3);
    }
  }

  static boolean hasPending(Connection connection) throws SQLException {
    try (Statement pending = connection.createStatement();
        ResultSet row = pending.executeQuery(PENDING)) {
      return row.next();
    }
  }

  /** The highest position that was assigned to any row, committed or not. */
  static long lastNumbered(Connection connection) throws SQLException {
    try (Statement last = connection.createStatement();
        ResultSet row = last.executeQuery(LAST_NUMBERED)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * The oldest rows after one position, up to another. Reads at least one row if there is one, and
   * at most about the given number of bytes.
   */
  static List<OutboxRow> read(Connection connection, long after, long upTo, int limit, long bytes)
      throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setLong(1, after);
      read.setLong(2, upTo);
      read.setInt(3, limit);
      read.setLong(4, bytes);
      List<OutboxRow> rows = new ArrayList<>();
      try (ResultSet result = read.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      return rows;
    }
  }

  static void remove(Connection connection, List<Long> positions) throws SQLException {
    try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      remove.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      remove.executeUpdate();
    }
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        row.getString(10));
  }
}

package microstorm.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import microstorm.messaging.relay.EventProducer.Sent;

/** One transaction of the relay: claim, read, send all, await all, mark, commit. */
final class RelayTurn {

  /** More bytes than this are left to the next turn; the heap is small. */
  private static final long BYTES = 8L * 1024 * 1024;

  /** How a turn ended. */
  enum End {
    /** Another instance is at it. */
    BUSY,
    /** Nothing is left. */
    DRAINED,
    /** There may be more. */
    MORE
  }

  private final DataSource database;
  private final int batchSize;
  private final RelayMeters meters;

  RelayTurn(DataSource database, int batchSize, RelayMeters meters) {
    this.database = database;
    this.batchSize = batchSize;
    this.meters = meters;
  }

  /** Whether a turn would find something. */
  boolean isDue() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return OutboxTable.hasPending(connection);
    }
  }

  /**
   * Takes a turn.
   *
   * @throws PublishFailed after what did arrive has been marked
   */
  End take(EventProducer producer) throws SQLException, PublishFailed {
    long start = System.nanoTime();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!OutboxTable.claim(connection)) {
          connection.rollback();
          return End.BUSY;
        }
        List<OutboxRow> rows = OutboxTable.read(connection, batchSize, BYTES);
        if (rows.isEmpty()) {
          connection.rollback();
          return End.DRAINED;
        }
        Sent sent = producer.send(rows);
        OutboxTable.markPublished(connection, sent.acknowledged());
        connection.commit();
        meters.published().increment(sent.acknowledged().size());
        meters.batch().record(System.nanoTime() - start, java.util.concurrent.TimeUnit.NANOSECONDS);
        if (sent.failure() != null) {
          throw new PublishFailed(sent.failure());
        }
        return End.MORE;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Kafka did not take everything. */
  static final class PublishFailed extends Exception {
    PublishFailed(Exception cause) {
      super(cause);
    }
  }
}

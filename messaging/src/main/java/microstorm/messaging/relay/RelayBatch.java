package microstorm.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import microstorm.messaging.relay.EventProducer.InFlight;
import microstorm.messaging.relay.EventProducer.Sent;

/**
 * One transaction of the relay: claim, then chunk by chunk read, send all, await all, remove, and
 * commit. While a chunk is in flight the next is read, while that is in flight the first is
 * removed.
 */
final class RelayBatch {

  /** More bytes than this are left to the next chunk; the heap is small. */
  private static final long BYTES = 4L * 1024 * 1024;

  /** Bounds what a crash sends twice and how long another instance waits. */
  private static final int CHUNKS = 10;

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
  private final RelayMetrics meters;

  RelayBatch(DataSource database, int batchSize, RelayMetrics meters) {
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
   * @throws PublishFailed after what did arrive has been removed
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
        Published published = publish(connection, producer);
        connection.commit();
        if (published.count() > 0) {
          meters.published().increment(published.count());
          meters.batch().record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
        if (published.failure() != null) {
          throw new PublishFailed(published.failure());
        }
        return published.end();
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private Published publish(Connection connection, EventProducer producer) throws SQLException {
    long upTo = OutboxTable.lastNumbered(connection);
    List<OutboxRow> chunk = OutboxTable.read(connection, 0, upTo, batchSize, BYTES);
    int count = 0;
    InFlight inFlight = producer.send(chunk);
    for (int chunks = 1; !chunk.isEmpty(); chunks++) {
      List<OutboxRow> next =
          isFull(chunk) && chunks < CHUNKS
              ? OutboxTable.read(connection, last(chunk), upTo, batchSize, BYTES)
              : List.of();
      Sent sent = producer.await(inFlight);
      if (sent.failure() == null) {
        inFlight = producer.send(next);
      }
      OutboxTable.remove(connection, sent.acknowledged());
      count += sent.acknowledged().size();
      if (sent.failure() != null) {
        return new Published(count, End.MORE, sent.failure());
      }
      if (next.isEmpty()) {
        return new Published(count, isFull(chunk) ? End.MORE : End.DRAINED, null);
      }
      chunk = next;
    }
    return new Published(count, End.DRAINED, null);
  }

  /** Whether there may be more behind it. */
  private boolean isFull(List<OutboxRow> chunk) {
    return chunk.size() == batchSize
        || chunk.stream().mapToLong(row -> row.payload().length()).sum() >= BYTES / 4;
  }

  private static long last(List<OutboxRow> chunk) {
    return chunk.get(chunk.size() - 1).position();
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private record Published(int count, End end, Exception failure) {}

  /** Kafka did not take everything. */
  static final class PublishFailed extends Exception {
    PublishFailed(Exception cause) {
      super(cause);
    }
  }
}

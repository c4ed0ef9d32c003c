package microstorm.messaging.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import microstorm.messaging.relay.EventProducer.InFlight;
import microstorm.messaging.relay.EventProducer.Sent;

/**
 * One transaction of the relay: it claims the lock, then reads, sends, awaits and removes one chunk
 * after the other, and commits. While a chunk is in flight, the next one is read; while that is in
 * flight, the first one is removed.
 */
final class RelayBatch {

  /** A chunk has about this many bytes at most, since the heap is small. */
  private static final long BYTES = 4L * 1024 * 1024;

  /** Bounds the rows that a crash sends twice, and how long another replica waits. */
  private static final int CHUNKS = 10;

  /** How a batch ended. */
  enum End {
    /** Another replica is publishing. */
    BUSY,
    /** The outbox is empty. */
    DRAINED,
    /** There may be more rows. */
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

  /** Whether the outbox has rows. */
  boolean isDue() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return OutboxTable.hasPending(connection);
    }
  }

  /**
   * Publishes a batch.
   *
   * @throws PublishFailed if Kafka did not acknowledge all rows; the acknowledged ones have been
   *     removed
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

  /** Whether there may be more rows after this chunk. */
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

  /** Thrown if Kafka did not acknowledge all rows. */
  static final class PublishFailed extends Exception {
    PublishFailed(Exception cause) {
      super(cause);
    }
  }
}

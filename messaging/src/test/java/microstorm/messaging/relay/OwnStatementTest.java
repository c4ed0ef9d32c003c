package microstorm.messaging.relay;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Databases;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.OutboxRows;
import microstorm.messaging.outbox.Outboxes;
import microstorm.messaging.outbox.TestEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A service that writes its state and the rows of the outbox with one statement, under its own
 * lock.
 */
class OwnStatementTest {

  private static final UUID KEY = UUID.randomUUID();

  private static final String WRITE =
      """
      with held as materialized (select id from board where id = any(?) order by id for update)
      insert into outbox (id, topic, source, traceparent, key, type, subject, payload)
      select e.id, ?, ?, e.traceparent, e.key, e.type, e.subject, e.payload
      from unnest(?, ?, ?, ?, ?, ?)
        with ordinality as e (id, key, type, subject, traceparent, payload, n)
      where (select count(*) from held) > 0
      order by e.n
      """;

  private final DataSource database = Servers.newMigratedDatabase();
  private final String topic = Topics.create(Servers.kafka());
  private final CountDownLatch polled = new CountDownLatch(1);
  private Relay relay;
  private Outbox outbox;

  @BeforeEach
  void start() throws Exception {
    Servers.execute(database, "create table board (id uuid primary key)");
    Servers.execute(database, "insert into board values ('" + KEY + "')");
    relay = Relays.startWithoutPolling(watched(), Servers.kafka(), topic);
    outbox = Outboxes.of(database, topic, relay::wake);
    polled.await();
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void itsRowsArePublishedInOrderAfterAWakeUp() throws Exception {
    int[] numbers = IntStream.range(0, 50).toArray();
    try (Connection connection = transaction()) {
      write(connection, numbers);
      connection.commit();
    }
    await().during(Duration.ofSeconds(1)).until(() -> Relays.unpublished(database) == 50);
    assertThat(Topics.count(Servers.kafka(), topic)).as("control: no wake-up yet").isZero();

    outbox.wake();
    await().until(() -> Relays.unpublished(database) == 0);
    assertThat(published()).containsExactlyElementsOf(payloads(numbers));
  }

  @Test
  void itsLockIsTakenBeforeThePositionIsAssigned() throws Exception {
    try (Connection first = transaction();
        Connection second = transaction()) {
      write(first, 1);
      CompletableFuture<Void> blocked = CompletableFuture.runAsync(() -> write(second, 2));
      await().until(this::aTransactionWaitsForARow);
      write(first, 3);
      first.commit();
      blocked.get();
      second.commit();
    }
    outbox.wake();
    await().until(() -> Relays.unpublished(database) == 0);
    assertThat(published()).containsExactlyElementsOf(payloads(1, 3, 2));
  }

  private void write(Connection connection, int... numbers) {
    OutboxRows rows =
        outbox.rows(
            IntStream.of(numbers)
                .mapToObj(number -> outbox.prepare(new TestEvent(KEY, number, "")))
                .toList());
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setArray(1, connection.createArrayOf("uuid", rows.keys()));
      write.setString(2, rows.topic());
      write.setString(3, rows.source());
      write.setArray(4, connection.createArrayOf("uuid", rows.ids()));
      write.setArray(5, connection.createArrayOf("uuid", rows.keys()));
      write.setArray(6, connection.createArrayOf("text", rows.types()));
      write.setArray(7, connection.createArrayOf("text", rows.subjects()));
      write.setArray(8, connection.createArrayOf("text", rows.traceparents()));
      write.setArray(9, connection.createArrayOf("text", rows.payloads()));
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signals that the relay has read the empty outbox and sleeps. */
  private DataSource watched() {
    return Databases.intercepted(
        database,
        (connection, method, args, call) -> {
          Object result = call.proceed();
          if ("close".equals(method.getName())) {
            polled.countDown();
          }
          return result;
        });
  }

  private boolean aTransactionWaitsForARow() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement waiting =
            connection.prepareStatement(
                "select 1 from pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock' and query like '%for update%'")) {
      return waiting.executeQuery().next();
    }
  }

  private List<String> published() {
    return Relays.firstDeliveries(Servers.kafka(), topic).get(KEY.toString());
  }

  private static List<String> payloads(int... numbers) {
    return IntStream.of(numbers).mapToObj(n -> "{\"number\":" + n + ",\"text\":\"\"}").toList();
  }

  private Connection transaction() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}

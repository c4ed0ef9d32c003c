package microstorm.messaging.relay;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Databases;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.Outboxes;
import microstorm.messaging.outbox.TestEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R5: positions are assigned before the commit, so a late transaction may have a position that a
 * reader has passed.
 */
class CommitOrderTest {

  private static final UUID KEY = UUID.randomUUID();

  private final DataSource database = Servers.newMigratedDatabase();
  private final String topic = Topics.create(Servers.kafka());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CommitLog log = new CommitLog(database, topic);
  private Relay relay;

  @BeforeEach
  void start() {
    log.create();
    relay = Relays.start(database, Servers.kafka(), topic);
  }

  @AfterEach
  void stop() {
    relay.close();
    threads.shutdownNow();
  }

  @Test
  void aLateCommitIsPublishedAndAPollByPositionMissesIt() throws Exception {
    try (Connection late = transaction();
        Connection early = transaction()) {
      append(late, UUID.randomUUID(), 1);
      append(early, UUID.randomUUID(), 2);
      early.commit();
      long[] last = {0};
      List<Integer> polled = new ArrayList<>(log.pollAfter(last));
      await().until(() -> Topics.count(Servers.kafka(), topic) == 1);
      late.commit();
      polled.addAll(log.pollAfter(last));

      await().until(() -> Topics.count(Servers.kafka(), topic) == 2);
      assertThat(polled).as("control: 'position > last' misses the late one").containsExactly(2);
    }
  }

  @Test
  void theEventsOfAKeyAreNumberedInTheOrderOfTheCommits() throws Exception {
    try (Connection first = transaction();
        Connection second = transaction()) {
      append(first, KEY, 1);
      Future<?> blocked = threads.submit(call(() -> append(second, KEY, 2)));
      await().until(() -> log.waitingForAdvisoryLock() == 1);
      assertThat(blocked).isNotDone();
      first.commit();
      blocked.get();
      second.commit();
    }
    await().until(() -> Topics.count(Servers.kafka(), topic) == 2);
    assertThat(published(KEY)).containsExactly(1, 2);
  }

  @Test
  void withoutTheLockTheEventsOfAKeyAreReordered() throws Exception {
    try (Connection first = transaction();
        Connection second = transaction()) {
      log.appendUnlocked(first, KEY, 1);
      log.appendUnlocked(second, KEY, 2);
      second.commit();
      await().until(() -> Topics.count(Servers.kafka(), topic) == 1);
      first.commit();
    }
    await().until(() -> Topics.count(Servers.kafka(), topic) == 2);
    assertThat(published(KEY)).as("control: numbered 1, 2 but seen 2, 1").containsExactly(2, 1);
  }

  @Test
  void rowsNumberedDuringABatchAreReadInALaterOne() throws Exception {
    assertThat(orderAcrossABatch(sql -> sql)).containsExactly(1, 2);
    assertThat(orderAcrossABatch(sql -> sql.replace("position <= ?", "? is not null")))
        .as("control: without the bound the later event overtakes")
        .containsExactly(2, 1);
  }

  /**
   * Publishes a batch row by row. Before its third read, the first event of a key becomes visible
   * at a position that was already passed, and the second event gets its position and is committed.
   */
  private List<Integer> orderAcrossABatch(UnaryOperator<String> statements) throws Exception {
    relay.close();
    UUID key = UUID.randomUUID();
    try (Connection before = transaction();
        Connection first = transaction();
        Connection after = transaction();
        Connection second = transaction()) {
      append(before, UUID.randomUUID(), 0);
      append(first, key, 1);
      append(after, UUID.randomUUID(), 0);
      append(after, UUID.randomUUID(), 0);
      before.commit();
      after.commit();
      AtomicInteger reads = new AtomicInteger();
      DataSource interrupted =
          Databases.intercepted(
              database,
              (connection, method, args, call) -> {
                if (!method.getName().equals("prepareStatement")
                    || !args[0].toString().contains("octet_length")) {
                  return call.proceed();
                }
                if (reads.incrementAndGet() == 3) {
                  first.commit();
                  append(second, key, 2);
                  second.commit();
                }
                return connection.prepareStatement(statements.apply(args[0].toString()));
              });
      relay =
          Relays.start(interrupted, Servers.kafka(), topic, 1, Map.of(), new SimpleMeterRegistry());
      await().until(() -> reads.get() >= 3 && Relays.unpublished(database) == 0);
    }
    return published(key);
  }

  @Test
  void manyWritersLoseAndReorderNothing() throws Exception {
    long seed = System.nanoTime();
    System.out.println("CommitOrderTest seed " + seed);
    List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      Random random = new Random(seed + writer);
      int offset = writer * 1_000;
      writers.add(() -> write(keys, random, offset));
    }
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }

    await().until(() -> Relays.unpublished(database) == 0);
    Map<UUID, List<Integer>> committed = log.committed();
    assertThat(committed.values().stream().mapToInt(Collection::size).sum()).isEqualTo(8 * 100 * 2);
    for (UUID key : keys) {
      assertThat(published(key)).as("seed %d", seed).isEqualTo(committed.get(key));
    }
  }

  /** Each transaction writes two keys in random order and may commit slowly. */
  private Void write(List<UUID> keys, Random random, int offset) throws SQLException {
    try (Connection connection = transaction()) {
      for (int i = 0; i < 200; i += 2) {
        List<UUID> pair = new ArrayList<>(keys);
        Collections.shuffle(pair, random);
        List<TestEvent> events =
            List.of(
                new TestEvent(pair.get(0), offset + i, ""),
                new TestEvent(pair.get(1), offset + i + 1, ""));
        Outboxes.in(connection, topic).append(events);
        for (TestEvent event : events) {
          // Recorded between the append and the commit: only the lock makes this the order.
          log.record(connection, event);
        }
        LockSupport.parkNanos(random.nextInt(2_000_000));
        connection.commit();
      }
    }
    return null;
  }

  private void append(Connection connection, UUID key, int number) {
    Outboxes.in(connection, topic).append(new TestEvent(key, number, ""));
  }

  private List<Integer> published(UUID key) {
    return Relays.firstDeliveries(Servers.kafka(), topic).get(key.toString()).stream()
        .map(payload -> Integer.valueOf(payload.replaceAll(".*\"number\":(\\d+).*", "$1")))
        .toList();
  }

  private Connection transaction() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static Callable<Void> call(Runnable task) {
    return () -> {
      task.run();
      return null;
    };
  }
}

package microstorm.messaging.relay;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.Outboxes;
import microstorm.messaging.outbox.TestEvent;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** R3 for the relay: Kafka is stopped, killed and paused while transactions continue. */
@SuppressWarnings("try")
class KafkaOutageTest {

  /** So short that records in flight fail when Kafka is paused, and must be sent again. */
  private static final Map<String, Object> IMPATIENT =
      Map.of("delivery.timeout.ms", 2_000, "request.timeout.ms", 1_000, "max.block.ms", 1_000);

  private static final List<UUID> KEYS = List.of(UUID.randomUUID(), UUID.randomUUID());

  private final PGSimpleDataSource database = Servers.newMigratedDatabase();
  private final AtomicBoolean writing = new AtomicBoolean(true);
  private final AtomicInteger written = new AtomicInteger();

  @Test
  void noEventIsLostOrReorderedWhenKafkaIsStoppedKilledAndPaused() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (KafkaServer kafka = Servers.newKafka()) {
      String topic = Topics.create(kafka.bootstrapServers());
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(topic));
      try (Relay relay =
          Relays.start(database, kafka.bootstrapServers(), topic, 100, IMPATIENT, meters)) {
        awaitPublished(meters, 50);
        kafka.stop();
        awaitFailureWhileWritingContinues(meters);
        kafka.start();
        awaitNew(meters);
        kafka.kill();
        awaitFailureWhileWritingContinues(meters);
        kafka.start();
        awaitNew(meters);
        kafka.pause();
        awaitFailureWhileWritingContinues(meters);
        kafka.resume();
        awaitNew(meters);

        writing.set(false);
        writer.get();
        await().until(() -> Relays.unpublished(database) == 0);
      }
      assertCompleteAndInOrder(kafka, topic);
    }
  }

  private void assertCompleteAndInOrder(KafkaServer kafka, String topic) {
    Map<String, List<String>> deliveries = Relays.firstDeliveries(kafka.bootstrapServers(), topic);
    Map<String, List<String>> expected = new HashMap<>();
    for (int key = 0; key < KEYS.size(); key++) {
      int offset = key;
      expected.put(
          KEYS.get(key).toString(),
          IntStream.range(0, written.get())
              .filter(n -> n % KEYS.size() == offset)
              .mapToObj(n -> "{\"number\":" + n + ",\"text\":\"\"}")
              .toList());
    }
    assertThat(deliveries).isEqualTo(expected);
    System.out.printf("Kafka outages: %d events, none lost, in order%n", written.get());
  }

  private void write(String topic) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      while (writing.get()) {
        int n = written.get();
        Outboxes.in(connection, topic).append(new TestEvent(KEYS.get(n % KEYS.size()), n, ""));
        connection.commit();
        written.incrementAndGet();
        LockSupport.parkNanos(2_000_000);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitFailureWhileWritingContinues(SimpleMeterRegistry meters) {
    double failures = meters.get("microstorm.outbox.failures").counter().count();
    int before = written.get();
    await()
        .until(
            () ->
                meters.get("microstorm.outbox.failures").counter().count() > failures
                    && written.get() > before + 100);
  }

  private static void awaitNew(SimpleMeterRegistry meters) {
    awaitPublished(meters, meters.get("microstorm.outbox.published").counter().count() + 100);
  }

  private static void awaitPublished(SimpleMeterRegistry meters, double count) {
    await().until(() -> meters.get("microstorm.outbox.published").counter().count() >= count);
  }
}

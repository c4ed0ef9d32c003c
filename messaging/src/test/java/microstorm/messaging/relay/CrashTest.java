package microstorm.messaging.relay;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Applied;
import microstorm.messaging.fixture.Databases;
import microstorm.messaging.fixture.MessagingServers;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.Outboxes;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * R6: the relay crashes between Kafka's acknowledgement and the removal, and a consumer between the
 * commit and the offset. All events are delivered again, and applied once.
 */
@QuarkusTest
@WithTestResource(MessagingServers.class)
@SuppressWarnings("try")
class CrashTest {

  private static final int EVENTS = 1_000;
  private static final String TOPIC = "twice.events";

  @Inject DataSource database;
  @Inject MeterRegistry meters;

  @Test
  void eventsDeliveredTwiceAreAppliedOnceAndInOrder() throws Exception {
    PGSimpleDataSource producer = Servers.newMigratedDatabase();
    List<UUID> keys = Outboxes.fill(producer, TOPIC, EVENTS, 10, "");
    Applied applied = new Applied(database, keys);
    try (Relay relay = Relays.start(crashingBeforeRemoval(producer, 2), Servers.kafka(), TOPIC)) {
      await().until(() -> Relays.unpublished(producer) == 0);
    }
    long delivered = delivered(keys);
    await().until(() -> duplicates() >= 2 * delivered - EVENTS);

    assertThat(delivered).as("control: without an inbox, the effects").isEqualTo(3L * EVENTS);
    assertThat(applied.count()).isEqualTo(EVENTS);
    assertThat(applied.mostTimes()).isEqualTo(1);
    assertThat(applied.inOrder()).isTrue();
  }

  private static DataSource crashingBeforeRemoval(DataSource database, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return Databases.intercepted(
        database,
        (connection, method, args, call) -> {
          if ("commit".equals(method.getName()) && left.getAndDecrement() > 0) {
            connection.rollback();
            throw new SQLException("The process is gone", "08006");
          }
          return call.proceed();
        });
  }

  private static long delivered(List<UUID> keys) {
    List<String> names = keys.stream().map(UUID::toString).toList();
    return Topics.read(Servers.kafka(), TOPIC).stream()
        .filter(record -> names.contains(record.key()))
        .count();
  }

  private double duplicates() {
    return meters.get("microstorm.inbox.duplicates").tag("consumer", "twice").counter().count();
  }
}

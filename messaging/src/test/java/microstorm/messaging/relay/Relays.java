package microstorm.messaging.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.settings.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Starts relays without a container, and reads the outbox and the published events. */
final class Relays {

  private Relays() {}

  static Relay start(DataSource database, String bootstrap, String topic) {
    return start(database, bootstrap, topic, 1_000, Map.of(), new SimpleMeterRegistry());
  }

  static Relay start(
      DataSource database,
      String bootstrap,
      String topic,
      int batchSize,
      Map<String, Object> overrides,
      SimpleMeterRegistry registry) {
    RelayMetrics meters = new RelayMetrics(registry);
    return start(
        new RelayBatch(database, batchSize, meters),
        () -> new EventProducer(settings(bootstrap, overrides)),
        topic,
        meters,
        Duration.ofMillis(200));
  }

  /** A relay that does not poll again after it has found the outbox empty. */
  static Relay startWithoutPolling(DataSource database, String bootstrap, String topic) {
    RelayMetrics meters = new RelayMetrics(new SimpleMeterRegistry());
    return start(
        new RelayBatch(database, 1_000, meters),
        () -> new EventProducer(settings(bootstrap, Map.of())),
        topic,
        meters,
        Duration.ofDays(1));
  }

  private static Relay start(
      RelayBatch batch,
      Supplier<EventProducer> producers,
      String topic,
      RelayMetrics meters,
      Duration poll) {
    Relay relay = new Relay(batch, producers, topic, meters, poll, Duration.ofSeconds(10));
    relay.start();
    return relay;
  }

  static Map<String, Object> settings(String bootstrap, Map<String, Object> overrides) {
    Map<String, Object> settings =
        new HashMap<>(KafkaSettings.producer(Map.of("bootstrap.servers", bootstrap), "test-relay"));
    settings.putAll(overrides);
    return settings;
  }

  static long unpublished(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from outbox")) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * The payloads of each key as a consumer with an inbox sees them: only the first delivery counts.
   */
  static Map<String, List<String>> firstDeliveries(String bootstrap, String topic) {
    Map<String, List<String>> payloads = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (ConsumerRecord<String, String> record : Topics.read(bootstrap, topic)) {
      if (ids.add(Topics.header(record, "ce_id"))) {
        payloads.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(record.value());
      }
    }
    return payloads;
  }
}

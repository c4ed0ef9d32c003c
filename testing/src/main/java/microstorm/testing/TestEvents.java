package microstorm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.testing.contract.Contracts;

/** Publishes and reads events on the real Kafka of this JVM, like another service. */
public final class TestEvents {

  private TestEvents() {}

  /** An event that was read. */
  public record Event(UUID id, String type, String key, JsonNode payload) {}

  /** Publishes an event with the current time and returns when Kafka has acknowledged it. */
  public static void publish(String topic, UUID id, String type, UUID key, String payload) {
    publish(topic, id, type, key, Instant.now(), payload);
  }

  /** Publishes an event with the given time and returns when Kafka has acknowledged it. */
  public static void publish(
      String topic, UUID id, String type, UUID key, Instant time, String payload) {
    TestServers.kafka().send(List.of(record(topic, null, id, type, key.toString(), time, payload)));
  }

  /** Publishes events of any keys in such a way that a consumer gets all of them in one batch. */
  public static void publishTogether(String topic, List<Event> events) {
    Instant now = Instant.now();
    TestServers.kafka()
        .send(
            events.stream()
                .map(
                    event ->
                        record(
                            topic,
                            0,
                            event.id(),
                            event.type(),
                            event.key(),
                            now,
                            event.payload().toString()))
                .toList());
  }

  private static TestRecords.Record record(
      String topic,
      Integer partition,
      UUID id,
      String type,
      String key,
      Instant time,
      String payload) {
    Map<String, String> headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id.toString(),
            "ce_type",
            type,
            "ce_source",
            "/test",
            "ce_subject",
            key,
            "ce_time",
            time.toString());
    return new TestRecords.Record(topic, partition, key, headers, payload);
  }

  /** All events of one key that the topic has at the moment, in order. */
  public static List<Event> read(String topic, UUID key) {
    return TestServers.kafka().records(topic, key).stream()
        .map(
            record ->
                new Event(
                    UUID.fromString(record.headers().get("ce_id")),
                    record.headers().get("ce_type"),
                    record.key(),
                    Contracts.tree(record.value())))
        .toList();
  }

  /** A header of each of these events; null for an event without it. */
  public static List<String> headers(String topic, UUID key, String name) {
    return TestServers.kafka().records(topic, key).stream()
        .map(record -> record.headers().get(name))
        .collect(Collectors.toList());
  }
}

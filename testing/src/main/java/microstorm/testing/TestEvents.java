package microstorm.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.testing.contract.Contracts;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

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
    send(List.of(record(topic, null, id, type, key, time, payload)));
  }

  /** Publishes events of any keys in such a way that a consumer gets all of them in one batch. */
  public static void publishTogether(String topic, List<Event> events) {
    Instant now = Instant.now();
    send(
        events.stream()
            .map(
                event ->
                    record(
                        topic,
                        0,
                        event.id(),
                        event.type(),
                        UUID.fromString(event.key()),
                        now,
                        event.payload().toString()))
            .toList());
  }

  private static ProducerRecord<String, String> record(
      String topic,
      Integer partition,
      UUID id,
      String type,
      UUID key,
      Instant time,
      String payload) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(topic, partition, key.toString(), payload);
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
            key.toString(),
            "ce_time",
            time.toString())
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** Sends the records in one request to each partition. */
  private static void send(List<ProducerRecord<String, String>> records) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestServers.kafka().bootstrapServers(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            1_000);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      records.forEach(producer::send);
      producer.flush();
    }
  }

  /** All events of one key that the topic has at the moment, in order. */
  public static List<Event> read(String topic, UUID key) {
    return records(topic, key).stream()
        .map(
            record ->
                new Event(
                    UUID.fromString(header(record, "ce_id")),
                    header(record, "ce_type"),
                    record.key(),
                    Contracts.tree(record.value())))
        .toList();
  }

  /** A header of each of these events; null for an event without it. */
  public static List<String> headers(String topic, UUID key, String name) {
    return records(topic, key).stream()
        .map(record -> header(record, name))
        .collect(Collectors.toList());
  }

  private static List<ConsumerRecord<String, String>> records(String topic, UUID key) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestServers.kafka().bootstrapServers(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          if (key.toString().equals(record.key())) {
            records.add(record);
          }
        }
      }
    }
    return records;
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}

package microstorm.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The records of the shared Kafka. One producer writes them all, and one consumer of each topic
 * reads each of them once: topics grow with every test, and tests look at them often.
 */
final class TestRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Short, because Kafka answers a question about offsets only after the fetch before it. */
  private static final int FETCH_MILLIS = 10;

  private final String servers;
  private final Map<String, Topic> topics = new HashMap<>();
  private KafkaProducer<String, String> producer;

  TestRecords(String servers) {
    this.servers = servers;
  }

  /** A record; the partition is null if the key decides. */
  record Record(
      String topic, Integer partition, String key, Map<String, String> headers, String value) {

    private ProducerRecord<String, String> toSend() {
      ProducerRecord<String, String> sent = new ProducerRecord<>(topic, partition, key, value);
      headers.forEach(
          (name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      return sent;
    }

    private static Record of(ConsumerRecord<String, String> read) {
      Map<String, String> headers = new HashMap<>();
      for (Header header : read.headers()) {
        byte[] value = header.value();
        headers.put(header.key(), value == null ? null : new String(value, StandardCharsets.UTF_8));
      }
      return new Record(read.topic(), read.partition(), read.key(), headers, read.value());
    }
  }

  static String write(List<Record> records) {
    try {
      return JSON.writeValueAsString(records);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<Record> read(String records) {
    try {
      return JSON.readValue(records, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Sends the records in one request to each partition, and returns when Kafka has acknowledged
   * them.
   */
  void send(List<Record> records) {
    if (producer == null) {
      // flush() does not wait for the linger time
      Map<String, Object> settings =
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              servers,
              ProducerConfig.ACKS_CONFIG,
              "all",
              ProducerConfig.LINGER_MS_CONFIG,
              1_000);
      producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
    List<Future<RecordMetadata>> sent =
        records.stream().map(record -> producer.send(record.toSend())).toList();
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** The records of a topic with this key at the moment, in order. */
  List<Record> of(String topic, String key) {
    return topics.computeIfAbsent(topic, Topic::new).of(key);
  }

  private final class Topic {

    private final Map<String, List<Record>> byKey = new HashMap<>();
    private final KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_MILLIS),
            new StringDeserializer(),
            new StringDeserializer());
    private final List<TopicPartition> partitions;

    private Topic(String name) {
      partitions =
          consumer.partitionsFor(name).stream()
              .map(partition -> new TopicPartition(name, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    private List<Record> of(String key) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        StreamSupport.stream(consumer.poll(Duration.ofMillis(100)).spliterator(), false)
            .map(Record::of)
            .forEach(
                record ->
                    byKey.computeIfAbsent(record.key(), first -> new ArrayList<>()).add(record));
      }
      return byKey.getOrDefault(key, List.of());
    }
  }
}

package microstorm.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends rows in order. The callback of the first failure closes the producer, so that no later
 * record can overtake the failed one.
 */
final class EventProducer implements AutoCloseable {

  /** The result of sending: {@code failure} is null if all rows were acknowledged. */
  record Sent(List<Long> acknowledged, Exception failure) {}

  /** Rows that are being sent; {@code futures} has none for rows after a failure. */
  record InFlight(List<OutboxRow> rows, List<Future<RecordMetadata>> futures) {}

  private static final byte[] VERSION = "1.0".getBytes(StandardCharsets.UTF_8);
  private static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);

  private final KafkaProducer<String, String> kafka;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  EventProducer(Map<String, Object> settings) {
    this.kafka = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /** Fails within the producer's {@code max.block.ms} if Kafka cannot be reached. */
  void awaitKafka(String topic) {
    kafka.partitionsFor(topic);
  }

  /**
   * Hands over all rows without waiting. After a failure, this producer cannot be used any more.
   */
  InFlight send(List<OutboxRow> rows) {
    List<Future<RecordMetadata>> futures = new ArrayList<>(rows.size());
    for (OutboxRow row : rows) {
      if (failure.get() != null) {
        break;
      }
      try {
        futures.add(kafka.send(record(row), (metadata, e) -> failed(e)));
      } catch (RuntimeException e) {
        failed(e);
      }
    }
    return new InFlight(rows, futures);
  }

  /** Waits until each row is acknowledged or has failed. */
  Sent await(InFlight inFlight) {
    kafka.flush();
    return new Sent(acknowledged(inFlight.rows(), inFlight.futures()), failure.get());
  }

  /** Discards the records in flight. */
  @Override
  public void close() {
    kafka.close(Duration.ZERO);
  }

  private void failed(Exception e) {
    if (e != null && failure.compareAndSet(null, e)) {
      close();
    }
  }

  /**
   * The acknowledged rows, except those after a failed row of the same key: they are sent again
   * after it.
   */
  private static List<Long> acknowledged(
      List<OutboxRow> rows, List<Future<RecordMetadata>> futures) {
    List<Long> acknowledged = new ArrayList<>(rows.size());
    Set<String> failedKeys = new HashSet<>();
    for (int i = 0; i < futures.size(); i++) {
      OutboxRow row = rows.get(i);
      if (!failedKeys.contains(row.key()) && isAcknowledged(futures.get(i))) {
        acknowledged.add(row.position());
      } else {
        failedKeys.add(row.key());
      }
    }
    return acknowledged;
  }

  private static boolean isAcknowledged(Future<RecordMetadata> future) {
    try {
      future.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ProducerRecord<String, String> record(OutboxRow row) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(row.topic(), row.key(), row.payload());
    Headers headers = record.headers();
    headers.add("ce_specversion", VERSION);
    add(headers, "ce_id", row.id().toString());
    add(headers, "ce_type", row.type());
    add(headers, "ce_source", row.source());
    add(headers, "ce_subject", row.subject());
    add(headers, "ce_time", row.time().toString());
    headers.add("content-type", JSON);
    if (row.traceparent() != null) {
      add(headers, "traceparent", row.traceparent());
    }
    return record;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}

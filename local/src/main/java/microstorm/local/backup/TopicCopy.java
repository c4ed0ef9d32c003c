package microstorm.local.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.local.setup.StartException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Copies the events of a partition out of the broker and back. */
final class TopicCopy {
  private static final Duration POLL = Duration.ofMillis(500);

  /** A minute without an event. */
  private static final int MAX_EMPTY_POLLS = 120;

  private TopicCopy() {}

  static KafkaConsumer<byte[], byte[]> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", servers,
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  static KafkaProducer<byte[], byte[]> producer(String servers) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", servers,
            "acks", "all",
            "enable.idempotence", "true",
            // a partition without any event accepts every sequence number: if the first batch fails
            // because its leader is not ready, the second one must not come before it, or the
            // broker
            // refuses the first one for ever
            "max.in.flight.requests.per.connection", "1",
            "max.request.size", Integer.toString(KafkaServer.MAX_MESSAGE_BYTES),
            "linger.ms", "20"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** Writes all events of a partition before an offset. */
  static void write(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      long end,
      DataOutputStream out)
      throws IOException {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    int silence = 0;
    while (consumer.position(partition) < end) {
      List<ConsumerRecord<byte[], byte[]>> events = consumer.poll(POLL).records(partition);
      silence = events.isEmpty() ? silence + 1 : 0;
      if (silence > MAX_EMPTY_POLLS) {
        throw new StartException("Kafka does not send the events. Try again later.");
      }
      for (ConsumerRecord<byte[], byte[]> event : events) {
        if (event.offset() < end) {
          EventCodec.write(event, out);
        }
      }
    }
  }

  /**
   * Sends all events of a partition to an empty one.
   *
   * @param committed the next offset of each consumer group in the old partition
   * @return the next offset of each group in the new partition, where offsets begin at 0
   */
  static Map<String, Long> send(
      KafkaProducer<byte[], byte[]> producer,
      TopicPartition partition,
      DataInputStream in,
      Map<String, Long> committed)
      throws IOException {
    AtomicReference<Exception> failure = new AtomicReference<>();
    Map<String, Long> next = new HashMap<>();
    committed.keySet().forEach(group -> next.put(group, 0L));
    for (Optional<EventCodec.Event> event = EventCodec.read(partition, in);
        event.isPresent();
        event = EventCodec.read(partition, in)) {
      long offset = event.get().offset();
      committed.forEach((group, end) -> next.merge(group, offset < end ? 1L : 0L, Long::sum));
      producer.send(event.get().content(), (sent, problem) -> failure.compareAndSet(null, problem));
    }
    producer.flush();
    if (failure.get() != null) {
      throw new StartException(
          "Kafka does not take the events: " + failure.get().getMessage(), failure.get());
    }
    return next;
  }
}

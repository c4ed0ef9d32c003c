package microstorm.report.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic from its beginning, without joining the consumer group of the running service whose
 * positions it reads.
 */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MAX_EMPTY_POLLS = 150;

  /** Short, because Kafka answers a question about offsets only after the fetch before it. */
  private static final int FETCH_MILLIS = 10;

  private final KafkaConsumer<String, String> consumer;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> beginnings;
  private final Map<TopicPartition, Instant> oldest = new HashMap<>();

  TopicReader(Map<String, Object> settings, String topic, String group) {
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MILLIS);
    consumer = new KafkaConsumer<>(settings);
    partitions =
        consumer.listTopics().getOrDefault(topic, List.of()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    beginnings = consumer.beginningOffsets(partitions);
    consumer.assign(partitions);
    beginnings.forEach(consumer::seek);
  }

  /** The offset after the last event of each partition. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** The offset after the last event of each partition that the running service is done with. */
  Map<TopicPartition, Long> committed() {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    return partitions.stream()
        .collect(
            Collectors.toMap(
                partition -> partition,
                partition ->
                    committed.get(partition) == null
                        ? beginnings.get(partition)
                        : committed.get(partition).offset()));
  }

  /** The number of events up to these offsets that were not read yet. */
  long unread(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  /** When the oldest event of a partition was published; only for a partition that was read. */
  Instant oldest(TopicPartition partition) {
    return oldest.get(partition);
  }

  /** Whether events of a partition have expired. */
  boolean isCut(TopicPartition partition) {
    return beginnings.get(partition) > 0;
  }

  /** Passes the events up to these offsets on, at most 500 at a time. */
  void readTo(
      Map<TopicPartition, Long> ends, Consumer<List<ConsumerRecord<String, String>>> batch) {
    int empty = 0;
    while (true) {
      List<TopicPartition> open =
          partitions.stream().filter(p -> consumer.position(p) < ends.getOrDefault(p, 0L)).toList();
      if (open.isEmpty()) {
        return;
      }
      consumer.pause(partitions);
      consumer.resume(open);
      List<ConsumerRecord<String, String>> read = poll(open, ends);
      empty = read.isEmpty() ? empty + 1 : 0;
      if (empty > MAX_EMPTY_POLLS) {
        throw new RebuildRefused("Kafka does not send the events. Try again later.");
      }
      if (!read.isEmpty()) {
        batch.accept(read);
      }
    }
  }

  private List<ConsumerRecord<String, String>> poll(
      List<TopicPartition> open, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<String, String>> read = new ArrayList<>();
    for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      oldest.putIfAbsent(partition, Instant.ofEpochMilli(record.timestamp()));
      if (record.offset() < ends.get(partition)) {
        read.add(record);
      }
    }
    for (TopicPartition partition : open) {
      if (consumer.position(partition) > ends.get(partition)) {
        consumer.seek(partition, ends.get(partition));
      }
    }
    return read;
  }

  @Override
  public void close() {
    consumer.close();
  }
}

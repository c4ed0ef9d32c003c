package microstorm.messaging.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.messaging.settings.KafkaSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/** Reads the dead letters of this service's consumers from Kafka, and replays them. */
@ApplicationScoped
class DeadLetters {

  private static final Pattern TOPIC_KEY =
      Pattern.compile("mp\\.messaging\\.incoming\\.\"?([^\"]+?)\"?\\.dead-letter-queue\\.topic");
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaSettings kafka;
  private final Set<String> topics = new TreeSet<>();

  DeadLetters(KafkaSettings kafka, Config config) {
    this.kafka = kafka;
    for (String key : config.getPropertyNames()) {
      Matcher matcher = TOPIC_KEY.matcher(key);
      if (matcher.matches()) {
        topics.add(config.getValue(key, String.class));
      }
    }
  }

  /** The newest dead letters first, at most {@code limit}. */
  List<DeadLetter> list(int limit) {
    Queue<DeadLetter> newest = new PriorityQueue<>(Comparator.comparing(DeadLetter::time));
    read(
        record -> {
          newest.add(DeadLetter.of(record));
          if (newest.size() > limit) {
            newest.remove();
          }
        });
    return newest.stream().sorted(Comparator.comparing(DeadLetter::time).reversed()).toList();
  }

  /**
   * Publishes an event again, to its original topic and with its original id: consumers that have
   * applied it ignore it.
   *
   * @param repaired a payload that replaces the original one, or null
   * @return empty if no dead letter has this id
   */
  Optional<DeadLetter> replay(String eventId, String repaired)
      throws ExecutionException, InterruptedException, TimeoutException {
    AtomicReference<ConsumerRecord<String, String>> found = new AtomicReference<>();
    read(
        record -> {
          DeadLetter letter = DeadLetter.of(record);
          if (eventId.equals(letter.eventId()) && letter.origin() != null) {
            found.set(record);
          }
        });
    if (found.get() == null) {
      return Optional.empty();
    }
    DeadLetter letter = DeadLetter.of(found.get());
    publish(found.get(), letter.origin(), repaired);
    return Optional.of(letter);
  }

  private void publish(ConsumerRecord<String, String> dead, String topic, String repaired)
      throws ExecutionException, InterruptedException, TimeoutException {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(topic, dead.key(), repaired == null ? dead.value() : repaired);
    for (Header header : dead.headers()) {
      if (!header.key().startsWith("dead-letter-")) {
        record.headers().add(header);
      }
    }
    Map<String, Object> settings = kafka.producer("dead-letter-replay");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Reads all topics up to their current ends, oldest first in each partition. */
  private void read(Consumer<ConsumerRecord<String, String>> visitor) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(kafka.reader("dead-letter-reader"))) {
      Set<String> existing = consumer.listTopics().keySet();
      List<TopicPartition> partitions =
          topics.stream()
              .filter(existing::contains)
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!reached(consumer, ends)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("Reading the dead letters took too long.");
        }
        consumer.poll(POLL).forEach(visitor);
      }
    }
  }

  private static boolean reached(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}

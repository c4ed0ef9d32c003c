package microstorm.report.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import microstorm.messaging.inbox.EventReplay;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/**
 * Applies the events of one topic to the new model, as far as the running service has applied them.
 */
final class SourceReplay implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int UUID_LENGTH = 36;

  private final Projections.Source source;
  private final TopicReader topic;
  private final TopicReader deadLetters;
  private final Target target;

  /**
   * What all sources have in common.
   *
   * @param read gets the number of events of each batch
   */
  record Target(
      Jdbi database,
      EventReplay replay,
      KeyRegister keys,
      AppliedEvents applied,
      LongConsumer read) {}

  /** Creates it at the beginning of the topic. */
  SourceReplay(
      Projections.Source source, TopicReader topic, TopicReader deadLetters, Target target) {
    this.source = source;
    this.topic = topic;
    this.deadLetters = deadLetters;
    this.target = target;
  }

  Map<TopicPartition, Long> ends() {
    return topic.ends();
  }

  Map<TopicPartition, Long> committed() {
    return topic.committed();
  }

  long unread(Map<TopicPartition, Long> ends) {
    return topic.unread(ends);
  }

  /** Waits a while until the running service has applied the events up to these offsets. */
  void awaitCommitted(Map<TopicPartition, Long> ends) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Map<TopicPartition, Long> committed = topic.committed();
      if (ends.entrySet().stream().allMatch(end -> committed.get(end.getKey()) >= end.getValue())) {
        return;
      }
      pause();
    }
  }

  /** Applies the events up to these offsets. */
  void applyTo(Map<TopicPartition, Long> ends, boolean beginning) {
    topic.readTo(ends, batch -> apply(batch, beginning, id -> true));
  }

  /** Applies those events up to these offsets that the running service has applied. */
  void applyHandled(Map<TopicPartition, Long> ends, boolean beginning) {
    topic.readTo(
        ends,
        batch -> {
          Set<UUID> applied =
              target.applied.among(events(batch), source.channel()).stream()
                  .map(IncomingEvent::id)
                  .collect(Collectors.toSet());
          apply(batch, beginning, applied::contains);
        });
  }

  /** Keeps the keys of dead letters that were not replayed: only a replay can say what they do. */
  void keepDeadLetters() {
    deadLetters.readTo(
        deadLetters.ends(),
        batch -> {
          List<IncomingEvent> waiting = new ArrayList<>(events(batch));
          waiting.removeAll(target.applied.among(waiting, source.channel()));
          target.keys.keep(keys(waiting), KeyRegister.DEAD);
        });
  }

  private void apply(
      List<ConsumerRecord<String, String>> batch, boolean beginning, Predicate<UUID> wanted) {
    List<KeyRegister.Found> found = new ArrayList<>();
    for (ConsumerRecord<String, String> record : batch) {
      event(record)
          .filter(event -> wanted.test(event.id()))
          .ifPresent(event -> found.add(found(record, event)));
    }
    List<IncomingEvent> failed =
        target.replay.apply(
            target.keys.admit(found, beginning),
            source.handler(),
            source.channel(),
            this::selectSchema);
    target.keys.keep(keys(failed), KeyRegister.FAILED);
    target.read.accept(batch.size());
  }

  /** The transaction has one connection, so this directs everything that its handlers do. */
  private void selectSchema() {
    target.database.useHandle(
        handle -> handle.execute("set local search_path to " + ModelSchemas.REBUILT));
  }

  private KeyRegister.Found found(ConsumerRecord<String, String> record, IncomingEvent event) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    return new KeyRegister.Found(
        event,
        UUID.fromString(event.key()),
        Instant.ofEpochMilli(record.timestamp()),
        topic.oldest(partition),
        topic.isCut(partition));
  }

  private static List<UUID> keys(List<IncomingEvent> events) {
    return events.stream().map(event -> UUID.fromString(event.key())).toList();
  }

  private List<IncomingEvent> events(List<ConsumerRecord<String, String>> batch) {
    return batch.stream().map(this::event).flatMap(Optional::stream).toList();
  }

  /** The event of a record that the handler needs. Other records became dead letters at once. */
  private Optional<IncomingEvent> event(ConsumerRecord<String, String> record) {
    return EventReplay.event(record)
        .filter(event -> source.handler().takes(event.type()))
        .filter(event -> isId(event.key()));
  }

  private static boolean isId(String key) {
    try {
      return key != null && key.length() == UUID_LENGTH && UUID.fromString(key) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RebuildRefused("The rebuild was interrupted.");
    }
  }

  @Override
  public void close() {
    topic.close();
    deadLetters.close();
  }
}

package microstorm.local.backup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import microstorm.local.setup.StartException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** The topics and consumer groups of the broker. */
final class Broker implements AutoCloseable {
  private final Admin admin;

  Broker(String servers) {
    admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", servers,
                "request.timeout.ms", "10000",
                "default.api.timeout.ms", "30000"));
  }

  List<Manifest.Topic> topics() {
    Map<String, TopicDescription> topics =
        get(admin.describeTopics(get(admin.listTopics().names())).allTopicNames());
    return topics.values().stream()
        .map(
            topic ->
                new Manifest.Topic(
                    topic.name(), topic.partitions().size(), retention(topic.name())))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** The next offset that each consumer group will read, by group. */
  Map<String, Map<String, Long>> committed() {
    Map<String, Map<String, Long>> groups = new TreeMap<>();
    get(admin.listGroups().all())
        .forEach(
            group -> {
              Map<String, Long> offsets = new TreeMap<>();
              get(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata())
                  .forEach((partition, next) -> offsets.put(name(partition), next.offset()));
              if (!offsets.isEmpty()) {
                groups.put(group.groupId(), offsets);
              }
            });
    return groups;
  }

  /** The offset after the last event of each partition. */
  Map<TopicPartition, Long> ends(List<Manifest.Topic> topics) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (Manifest.Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends = get(admin.listOffsets(latest).all());
    return ends.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  void commit(String group, Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    offsets.forEach((partition, offset) -> next.put(partition, new OffsetAndMetadata(offset)));
    get(admin.alterConsumerGroupOffsets(group, next).all());
  }

  /** The name of a partition in the manifest and in the file, such as {@code idea.events/0}. */
  static String name(TopicPartition partition) {
    return partition.topic() + "/" + partition.partition();
  }

  @Override
  public void close() {
    admin.close();
  }

  private long retention(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return Long.parseLong(
        get(admin.describeConfigs(List.of(resource)).all())
            .get(resource)
            .get("retention.ms")
            .value());
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new StartException("Kafka did not answer: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Interrupted while waiting for Kafka.", e);
    }
  }
}

package microstorm.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import microstorm.embedded.EmbeddedServerException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
  private static final List<KafkaServer.Topic> TOPICS =
      List.of(
          new KafkaServer.Topic("events", 1, Optional.empty()),
          new KafkaServer.Topic("kept.a.week", 12, Optional.of(Duration.ofDays(7))));

  @TempDir Path directory;
  private KafkaServer server;

  @BeforeEach
  void start() {
    server =
        new KafkaServer(
                new KafkaServer.Options(directory, directory.resolve("kafka.log"), List.of(), 0, 0))
            .start();
    server.createTopics(TOPICS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eventsSurviveStopKillAndPause() throws Exception {
    send("first");
    server.stop();
    assertThat(server.alive()).isFalse();
    server.start().createTopics(TOPICS);
    send("second");
    server.kill();
    assertThat(server.alive()).isFalse();
    server.start();
    server.pause();
    assertThat(server.alive()).isTrue();
    server.resume();
    send("x".repeat(2_000_000));

    assertThat(read()).hasSize(3).startsWith("first", "second");
  }

  @Test
  void aPortInUseIsReported() {
    int port = Integer.parseInt(server.bootstrapServers().split(":")[1]);
    KafkaServer second =
        new KafkaServer(
            new KafkaServer.Options(
                directory.resolve("second"), directory.resolve("second.log"), List.of(), port, 0));

    assertThatThrownBy(second::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage("Port %d, which Kafka needs, is in use or not allowed.", port);
  }

  private void send(String value) throws Exception {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            server.bootstrapServers(),
            "max.request.size",
            KafkaServer.MAX_MESSAGE_BYTES);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("events", value)).get(30, TimeUnit.SECONDS);
    }
  }

  private List<String> read() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", server.bootstrapServers(), "auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("events", 0);
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(event -> values.add(event.value()));
      }
    }
    return values;
  }
}

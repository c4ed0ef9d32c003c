package microstorm.embedded.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import microstorm.embedded.Directories;
import microstorm.embedded.EmbeddedServerException;
import org.apache.kafka.common.Uuid;

/** The settings of the embedded broker: one small node that does not create topics by itself. */
record BrokerSettings(Path file, Path data, String clusterId) {

  /** Writes the settings; the cluster id is created once and kept. */
  static BrokerSettings write(Path directory, int port, int controllerPort) {
    try {
      Path data = directory.resolve("data");
      Path file = directory.resolve("server.properties");
      Files.createDirectories(data);
      Files.writeString(file, content(data, port, controllerPort));
      return new BrokerSettings(file, data, clusterId(directory.resolve("cluster.id")));
    } catch (IOException e) {
      throw new EmbeddedServerException("Kafka cannot use the directory " + directory + ".", e);
    }
  }

  List<String> arguments() {
    return List.of(file.toString(), data.toString(), clusterId);
  }

  private static String content(Path data, int port, int controllerPort) {
    // After a crash, the broker waits until its previous session expires: hence a short timeout.
    // Offsets never expire: a laptop that slept for a month must not read everything again.
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=BROKER://127.0.0.1:%1$d
        listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=BROKER
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        auto.create.topics.enable=false
        broker.heartbeat.interval.ms=500
        broker.session.timeout.ms=2000
        num.network.threads=2
        num.io.threads=4
        default.replication.factor=1
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        offsets.retention.minutes=5256000
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        message.max.bytes=%4$d
        replica.fetch.max.bytes=%4$d
        log.segment.bytes=67108864
        log.index.size.max.bytes=1048576
        log.cleaner.dedupe.buffer.size=8388608
        """
        .formatted(
            port,
            controllerPort,
            data.toString().replace("\\", "\\\\"),
            KafkaServer.MAX_MESSAGE_BYTES);
  }

  private static String clusterId(Path file) throws IOException {
    if (!Files.exists(file)) {
      Directories.writePrivately(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file);
  }
}

package microstorm.local.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.StartException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes a backup while the services run.
 *
 * <p>The parts fit together because of the order in which they are read. The offsets of the
 * consumers come first, so an event before them was applied in the databases. Then, while no relay
 * publishes, come the snapshots of all databases and the ends of the topics: so an event is either
 * in an outbox or in a topic, and no topic has an event whose cause is missing. A restored system
 * reads again what was applied after the offsets; the inboxes drop it.
 */
public final class Backup implements AutoCloseable {
  private final Endpoints servers;
  private final Map<Microservice, DatabaseDump> dumps = new EnumMap<>(Microservice.class);
  private final Broker broker;

  public Backup(Endpoints servers) {
    this.servers = servers;
    broker = new Broker(servers.kafka());
  }

  /**
   * Writes a backup.
   *
   * @param data the data directory with the secrets
   * @param file the backup, which must not exist
   * @throws StartException if it cannot be written; then there is no file
   */
  public void write(Path data, Path file, Clock clock) {
    if (Files.exists(file)) {
      throw new StartException(file + " exists already. Choose another name, or delete it first.");
    }
    try (BackupWriter writer = new BackupWriter(file)) {
      List<Manifest.Topic> topics = broker.topics();
      Map<String, Map<String, Long>> offsets = broker.committed();
      String now = clock.instant().toString();
      Map<TopicPartition, Long> ends = beginTogether(topics);
      Map<String, Manifest.Database> databases = writeDatabases(writer);
      writeTopics(writer, ends);
      for (Path secret : SmallFiles.in(data)) {
        String name = data.relativize(secret).toString();
        writer.add("files/" + name, out -> Files.copy(secret, out));
      }
      writer.complete(
          new Manifest(
              Manifest.FORMAT,
              Checkout.version(),
              now,
              databases,
              topics,
              offsets,
              writer.entries()));
    } catch (IOException e) {
      throw new StartException("The backup cannot be written: " + FileProblem.of(e) + ".", e);
    } catch (SQLException e) {
      throw new StartException("Postgres did not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    broker.close();
    for (DatabaseDump dump : dumps.values()) {
      try {
        dump.close();
      } catch (SQLException e) {
        // The process ends anyway, and its connections with it.
      }
    }
  }

  /** Begins all dumps while no relay publishes, and returns the ends of the topics. */
  private Map<TopicPartition, Long> beginTogether(List<Manifest.Topic> topics) throws SQLException {
    List<Connection> locks = new ArrayList<>();
    for (Microservice service : Microservice.values()) {
      locks.add(servers.connect(service));
    }
    return RelayPause.during(
        locks,
        () -> {
          for (Microservice service : Microservice.values()) {
            dumps.put(service, DatabaseDump.begin(servers.connect(service)));
          }
          return broker.ends(topics);
        });
  }

  private Map<String, Manifest.Database> writeDatabases(BackupWriter writer)
      throws IOException, SQLException {
    Map<String, Manifest.Database> databases = new TreeMap<>();
    for (Microservice service : Microservice.values()) {
      DatabaseDump dump = dumps.get(service);
      Manifest.Database description = dump.description();
      for (Manifest.Table table : description.tables()) {
        writer.add(rows(service.label(), table), out -> dump.write(table, out));
      }
      databases.put(service.label(), description);
    }
    return databases;
  }

  private void writeTopics(BackupWriter writer, Map<TopicPartition, Long> ends)
      throws IOException, SQLException {
    try (KafkaConsumer<byte[], byte[]> consumer = TopicCopy.consumer(servers.kafka())) {
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        writer.add(
            events(end.getKey()),
            out -> {
              DataOutputStream buffered = new DataOutputStream(new BufferedOutputStream(out));
              TopicCopy.write(consumer, end.getKey(), end.getValue(), buffered);
              buffered.flush();
            });
      }
    }
  }

  static String rows(String service, Manifest.Table table) {
    return "databases/" + service + "/" + table.name();
  }

  static String events(TopicPartition partition) {
    return "topics/" + Broker.name(partition);
  }
}

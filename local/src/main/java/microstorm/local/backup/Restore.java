package microstorm.local.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import microstorm.embedded.Directories;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.local.process.OrphanReaper;
import microstorm.local.process.Servers;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.FileProblem;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.Progress;
import microstorm.local.setup.StartException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Restores a backup into a data directory that no system uses. The databases get the schema of the
 * backup; the services migrate it at their next start.
 */
public final class Restore {
  private static final String FILES = "files/";

  private final Path checkout;
  private final Progress progress;

  public Restore(Path checkout, Progress progress) {
    this.checkout = checkout;
    this.progress = progress;
  }

  /**
   * Restores a backup.
   *
   * @param file the backup, which is verified first
   * @param fresh whether to delete the data that is in the directory
   * @throws StartException with the reason, if the backup cannot be restored
   */
  public void restore(Path file, Path directory, boolean fresh) {
    try (BackupFile backup = BackupFile.open(file, Migrations.versions(checkout));
        DataDirectory data = DataDirectory.open(directory)) {
      OrphanReaper.awaitGone(data.root(), progress);
      if (fresh) {
        data.empty();
      }
      data.requireEmpty();
      data.beginRestore();
      for (Manifest.Entry entry : backup.manifest().entries()) {
        if (entry.name().startsWith(FILES)) {
          try (InputStream content = backup.entry(entry.name())) {
            SmallFiles.write(data.root(), entry.name().substring(FILES.length()), content);
          }
        }
      }
      load(backup, data);
      data.endRestore();
    } catch (IOException e) {
      throw new StartException("The backup cannot be restored: " + FileProblem.of(e) + ".", e);
    } catch (SQLException e) {
      throw new StartException("The backup cannot be restored: " + e.getMessage(), e);
    }
  }

  private void load(BackupFile backup, DataDirectory data) throws IOException, SQLException {
    Servers servers = new Servers(data, Checkout.classArchives(checkout));
    try {
      progress.timed("Postgres", servers::startPostgres);
      for (Microservice service : Microservice.values()) {
        Manifest.Database database = backup.manifest().databases().get(service.label());
        if (database != null) {
          loadDatabase(backup, service, database, servers, data);
          progress.say("  " + service.label() + ": " + database.tables().size() + " tables");
        }
      }
      progress.timed("Kafka", servers.kafka()::start);
      loadTopics(backup, servers.kafka());
    } finally {
      servers.stop();
    }
  }

  private void loadDatabase(
      BackupFile backup,
      Microservice service,
      Manifest.Database database,
      Servers servers,
      DataDirectory data)
      throws IOException, SQLException {
    PostgresServer.Database role = servers.databases().get(service);
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(role.jdbcUrl());
    owner.setUser(role.username());
    owner.setPassword(role.password());
    Path scratch = Files.createTempDirectory(data.root(), "migrations");
    try {
      Migrations.of(checkout, service).create(owner, database.schema(), scratch);
    } finally {
      Directories.delete(scratch);
    }
    PostgresServer.Database superuser = servers.postgres().superuser();
    try (Connection connection =
        Endpoints.connect(
            new PostgresServer.Database(
                role.jdbcUrl(), superuser.username(), superuser.password()))) {
      new DatabaseLoad(connection)
          .load(database, table -> backup.entry(Backup.rows(service.label(), table)));
    }
  }

  private void loadTopics(BackupFile backup, KafkaServer kafka) throws IOException {
    Manifest manifest = backup.manifest();
    kafka.createTopics(manifest.topics().stream().map(Restore::topic).toList());
    Map<String, Map<TopicPartition, Long>> next = new HashMap<>();
    try (KafkaProducer<byte[], byte[]> producer = TopicCopy.producer(kafka.bootstrapServers())) {
      for (Manifest.Topic topic : manifest.topics()) {
        for (int number = 0; number < topic.partitions(); number++) {
          TopicPartition partition = new TopicPartition(topic.name(), number);
          try (InputStream events = backup.entry(Backup.events(partition))) {
            TopicCopy.send(
                    producer,
                    partition,
                    new DataInputStream(events),
                    committed(manifest, partition))
                .forEach(
                    (group, offset) ->
                        next.computeIfAbsent(group, name -> new HashMap<>())
                            .put(partition, offset));
          }
        }
      }
    }
    try (Broker broker = new Broker(kafka.bootstrapServers())) {
      next.forEach(broker::commit);
    }
    progress.say("  " + manifest.topics().size() + " topics, " + next.size() + " consumer groups");
  }

  /** The next offset in a partition of each consumer group that reads it. */
  private static Map<String, Long> committed(Manifest manifest, TopicPartition partition) {
    Map<String, Long> offsets = new HashMap<>();
    manifest
        .offsets()
        .forEach(
            (group, all) ->
                Optional.ofNullable(all.get(Broker.name(partition)))
                    .ifPresent(offset -> offsets.put(group, offset)));
    return offsets;
  }

  private static KafkaServer.Topic topic(Manifest.Topic topic) {
    Optional<Duration> retention =
        topic.retentionMillis() < 0
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(topic.retentionMillis()));
    return new KafkaServer.Topic(topic.name(), topic.partitions(), retention);
  }
}

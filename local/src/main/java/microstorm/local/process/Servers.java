package microstorm.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.local.setup.Checkout;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.Logs;
import microstorm.local.setup.Microservice;

/** Postgres and Kafka, with the databases and topics of the services. */
public final class Servers {
  private static final int MAX_CONNECTIONS = 100;
  private static final int PARTITIONS = 12;
  private static final Duration RETENTION = Duration.ofDays(90);

  /** The inboxes must keep the id of an event for longer than the topics keep the event. */
  static final Duration INBOX_RETENTION = RETENTION.plusDays(10);

  private static final List<String> TOPICS = List.of("session.events", "idea.events", "log.events");
  private static final List<String> DEAD_LETTER_TOPICS =
      List.of(
          "session-service.log.events.dlq",
          "session-service.idea.events.dlq",
          "idea-service.log.events.dlq",
          "idea-service.session.events.dlq",
          "report-service.session.events.dlq",
          "report-service.idea.events.dlq");

  private final DataDirectory data;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final Map<Microservice, PostgresServer.Database> databases =
      new EnumMap<>(Microservice.class);

  /**
   * Creates the servers without starting them.
   *
   * @param archives the directory of the class archives
   */
  public Servers(DataDirectory data, Path archives) {
    this.data = data;
    Path postgresLog = data.logs().resolve("postgres.log");
    Path kafkaLog = data.logs().resolve("kafka.log");
    Stream.of(postgresLog, kafkaLog).forEach(Logs::startNew);
    postgres =
        new PostgresServer(
            new PostgresServer.Options(
                data.programs(), data.resolve("postgres"), postgresLog, 0, true, MAX_CONNECTIONS));
    kafka =
        new KafkaServer(
            new KafkaServer.Options(data.resolve("kafka"), kafkaLog, brokerClassPath(), 0, 0),
            Optional.of(archives.resolve("kafka")));
  }

  /** Starts Postgres and creates the services' databases if they do not exist. */
  public void startPostgres() {
    postgres.start();
    for (Microservice service : Microservice.values()) {
      String password = data.secret("passwords/" + service.role());
      databases.put(service, postgres.createDatabase(service.database(), service.role(), password));
    }
  }

  /** Starts Kafka and creates the topics that do not exist. */
  public void startKafka() {
    kafka.start();
    kafka.createTopics(
        Stream.concat(
                TOPICS.stream()
                    .map(name -> new KafkaServer.Topic(name, PARTITIONS, Optional.of(RETENTION))),
                DEAD_LETTER_TOPICS.stream()
                    .map(name -> new KafkaServer.Topic(name, 1, Optional.empty())))
            .toList());
  }

  /** Stops both: first Kafka, then Postgres. */
  public void stop() {
    kafka.stop();
    postgres.stop();
  }

  /** The database of each service, when Postgres was started. */
  public Map<Microservice, PostgresServer.Database> databases() {
    return Map.copyOf(databases);
  }

  /** The environment variables with the addresses of a service's database and of the broker. */
  Map<String, String> settingsOf(Microservice service) {
    PostgresServer.Database database = databases.get(service);
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME", database.username(),
        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaServer kafka() {
    return kafka;
  }

  List<Supervised> supervised() {
    return List.of(
        new Server(
            "postgres",
            postgres.version(),
            postgres.port(),
            postgres::start,
            postgres::alive,
            postgres::stop,
            postgres::kill,
            postgres::handle),
        new Server(
            "kafka",
            KafkaServer.VERSION,
            kafka.port(),
            kafka::start,
            kafka::alive,
            kafka::stop,
            kafka::kill,
            kafka::handle));
  }

  /**
   * The launcher's own jar, whose manifest lists everything in lib/; empty in the Maven reactor,
   * where there is no such jar.
   */
  private static List<Path> brokerClassPath() {
    Path jar = Checkout.launcher();
    return Files.isRegularFile(jar) ? List.of(jar) : List.of();
  }
}

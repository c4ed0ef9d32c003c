package microstorm.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import microstorm.embedded.KafkaServer;
import microstorm.embedded.PostgresServer;

/** Postgres and Kafka, with what the services need in them. */
final class Servers {
  private static final int MAX_CONNECTIONS = 100;
  private static final int PARTITIONS = 12;
  private static final Duration RETENTION = Duration.ofDays(90);

  /** The inboxes must remember an event for longer than the topics can deliver it. */
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
   * Servers that do not run yet.
   *
   * @param archives the directory of class archives
   */
  Servers(DataDirectory data, Path archives) {
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

  /** Starts Postgres and makes sure that each service has its database. */
  void startPostgres() {
    postgres.start();
    for (Microservice service : Microservice.values()) {
      String password = data.secret("passwords/" + service.role());
      databases.put(service, postgres.createDatabase(service.database(), service.role(), password));
    }
  }

  /** Starts Kafka and makes sure that the topics are there. */
  void startKafka() {
    kafka.start();
    kafka.createTopics(
        Stream.concat(
                TOPICS.stream()
                    .map(name -> new KafkaServer.Topic(name, PARTITIONS, Optional.of(RETENTION))),
                DEAD_LETTER_TOPICS.stream()
                    .map(name -> new KafkaServer.Topic(name, 1, Optional.empty())))
            .toList());
  }

  /** How a service finds its database and the broker, as environment variables. */
  Map<String, String> settingsOf(Microservice service) {
    PostgresServer.Database database = databases.get(service);
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME", database.username(),
        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
  }

  PostgresServer postgres() {
    return postgres;
  }

  KafkaServer kafka() {
    return kafka;
  }

  List<Supervised> supervised() {
    return List.of(
        new Server(
            "postgres",
            postgres::start,
            postgres::alive,
            postgres::stop,
            postgres::kill,
            postgres::handle),
        new Server("kafka", kafka::start, kafka::alive, kafka::stop, kafka::kill, kafka::handle));
  }

  /** The launcher's own jar names all that lies in lib/; in the reactor there is no such jar. */
  private static List<Path> brokerClassPath() {
    Path jar = Checkout.launcher();
    return Files.isRegularFile(jar) ? List.of(jar) : List.of();
  }
}

package microstorm.idea.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.embedded.ChildProcess;
import microstorm.embedded.Directories;
import microstorm.embedded.Ports;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.testing.Patience;
import microstorm.testing.SharedServers;
import microstorm.testing.TestIssuer;

/** The built service in a process of its own, with a Postgres that syncs to disk and a Kafka. */
final class BenchSystem implements AutoCloseable {

  /** The options of the launcher. */
  private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");

  /** The lock of the relay; a test that holds it pauses every relay. */
  private static final long RELAY_LOCK = 0x6d73746f726d0001L;

  private final Path directory = Path.of("target", "bench-" + UUID.randomUUID()).toAbsolutePath();
  private final PostgresServer postgres =
      new PostgresServer(
              new PostgresServer.Options(
                  SharedServers.POSTGRES,
                  directory.resolve("postgres"),
                  directory.resolve("postgres.log"),
                  0,
                  true,
                  100))
          .start();
  private final KafkaServer kafka =
      new KafkaServer(
              new KafkaServer.Options(
                  directory.resolve("kafka"), directory.resolve("kafka.log"), List.of(), 0, 0))
          .start();
  private final PostgresServer.Database database =
      postgres.createDatabase("bench", "bench", "bench");
  private final TestIssuer issuer = new TestIssuer();
  private final Map<String, String> published = new HashMap<>();
  private final List<Replica> replicas = new ArrayList<>();

  /** A running service. */
  record Replica(int port, int managementPort, ChildProcess process) {}

  BenchSystem() {
    kafka.createTopics(
        Stream.of("session.events", "idea.events", "log.events")
            .map(topic -> new KafkaServer.Topic(topic, 12, Optional.empty()))
            .toList());
    issuer.start().forEach((name, value) -> published.put(variable(name), value));
    addReplica();
  }

  /** Starts another replica of the service. */
  Replica addReplica() {
    int port = Ports.free();
    int managementPort = Ports.free();
    ChildProcess process =
        ChildProcess.start(
            ChildProcess.guardedJvm(
                JVM,
                List.of(Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath()),
                "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint",
                List.of()),
            settings(port, managementPort),
            directory.resolve("service-" + replicas.size() + ".log"));
    Replica replica = new Replica(port, managementPort, process);
    replicas.add(replica);
    Patience.await("the service").ignoreExceptions().until(() -> isReady(replica));
    return replica;
  }

  private Map<String, String> settings(int port, int managementPort) {
    Map<String, String> settings = new HashMap<>(published);
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    settings.put("MICROSTORM_BOARDS_MAX_IDEAS", "3000");
    settings.put("QUARKUS_SHUTDOWN_DELAY", "0");
    // the benchmarks measure capacity: a hundred tokens stand for the people of many sessions
    settings.put("MICROSTORM_PACE_RATE", "100000");
    settings.put("MICROSTORM_PACE_BURST", "100000");
    return settings;
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static boolean isReady(Replica replica) throws IOException, InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + replica.managementPort() + "/q/health/ready");
    return HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(1))
            .build()
            .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  int port() {
    return first().port();
  }

  Replica first() {
    return replicas.get(0);
  }

  PostgresServer.Database database() {
    return database;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Writes earlier changes to disk, so that they do not slow down the next measurement. */
  void checkpoint() throws SQLException {
    PostgresServer.Database root = postgres.superuser();
    try (Connection connection =
            DriverManager.getConnection(root.jdbcUrl(), root.username(), root.password());
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  /** Pauses the relays until the connection is closed. */
  Connection pauseRelay() throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + RELAY_LOCK + ")");
    }
    return connection;
  }

  /** Waits until all events are published. */
  void awaitDrained() {
    Patience.await("the outbox is empty").until(() -> count("select count(*) from outbox") == 0);
  }

  long count(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    replicas.forEach(replica -> replica.process().stop(Duration.ofSeconds(10)));
    kafka.close();
    postgres.stop();
    issuer.stop();
    Directories.delete(directory);
  }
}

package microstorm.messaging.relay;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.maintenance.Migration;
import microstorm.messaging.outbox.Outboxes;
import org.apache.kafka.tools.ProducerPerformance;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * P4: the relay publishes 100,000 rows of 50 keys from a Postgres with fsync to a Kafka in a
 * process of its own. The floor is Kafka's own ProducerPerformance with the same payload; the two
 * run alternately.
 */
@SuppressWarnings("try")
final class RelayBench {

  private static final int ROWS = Integer.getInteger("rows", 100_000);
  private static final int KEYS = 50;
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int BATCH = Integer.getInteger("batch", 1_000);
  private static final double BAR = 0.40;

  /** An idea of a typical length. */
  private static final String TEXT = "An idea that somebody wrote in the quiet time. ".repeat(5);

  private static final int PAYLOAD = TEXT.length() + "{\"number\":12345,\"text\":\"\"}".length();

  private RelayBench() {}

  public static void main(String[] args) throws Exception {
    // As in a service: without this setting, Kafka would log every record.
    Logger.getLogger("org.apache.kafka").setLevel(Level.WARNING);
    try (KafkaServer kafka = Servers.newKafka();
        PostgresServer postgres = durablePostgres();
        AgroalDataSource database = pool(postgres.createDatabase("bench", "bench", "bench"))) {
      Migration.migrate(database);
      // Only a superuser may run a checkpoint. It runs between the rounds and is part of none.
      DataSource server = superuser(postgres.superuser());
      System.out.printf(
          "%d rows of %d bytes, %d keys, batches of %d, %d rounds after a warm-up%n",
          ROWS, PAYLOAD, KEYS, BATCH, ROUNDS);
      drain(kafka, database, server);
      producerPerformance(kafka);
      double[] relay = new double[ROUNDS];
      double[] floor = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        floor[round] = producerPerformance(kafka);
        relay[round] = drain(kafka, database, server);
        System.out.printf(
            "round %d: relay %,.0f rows/s, ProducerPerformance %,.0f rows/s%n",
            round + 1, relay[round], floor[round]);
      }
      double ratio = median(relay) / median(floor);
      System.out.printf(
          "P4: relay %,.0f rows/s, ProducerPerformance %,.0f rows/s (medians), ratio %.0f %%, bar %.0f %%: %s%n",
          median(relay), median(floor), 100 * ratio, 100 * BAR, ratio >= BAR ? "met" : "MISSED");
    }
    System.exit(0);
  }

  private static double drain(KafkaServer kafka, AgroalDataSource database, DataSource server)
      throws SQLException {
    String topic = Topics.create(kafka.bootstrapServers());
    Servers.execute(database, "truncate outbox");
    List<UUID> keys = Outboxes.fill(database, topic, ROWS, KEYS, TEXT);
    Servers.execute(database, "analyze outbox");
    Servers.execute(server, "checkpoint");
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    long start = System.nanoTime();
    double seconds;
    try (Relay relay =
        Relays.start(database, kafka.bootstrapServers(), topic, BATCH, Map.of(), meters)) {
      var published = meters.get("microstorm.outbox.published").counter();
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofMinutes(5))
          .until(() -> published.count() >= ROWS);
      seconds = (System.nanoTime() - start) / 1e9;
    }
    verify(kafka, topic, keys);
    return ROWS / seconds;
  }

  private static void verify(KafkaServer kafka, String topic, List<UUID> keys) {
    Map<String, List<String>> deliveries = Relays.firstDeliveries(kafka.bootstrapServers(), topic);
    for (int key = 0; key < KEYS; key++) {
      int offset = key;
      List<String> expected =
          IntStream.range(0, ROWS)
              .filter(n -> n % KEYS == offset)
              .mapToObj(n -> "{\"number\":" + n + ",\"text\":\"" + TEXT + "\"}")
              .toList();
      if (!expected.equals(deliveries.get(keys.get(key).toString()))) {
        throw new IllegalStateException("The events of a key are incomplete or out of order.");
      }
    }
  }

  /** The rate of ProducerPerformance. It counts only if every record has arrived. */
  private static double producerPerformance(KafkaServer kafka) throws Exception {
    String topic = Topics.create(kafka.bootstrapServers());
    Topics.awaitLeaders(kafka.bootstrapServers(), topic);
    long start = System.nanoTime();
    ProducerPerformance.main(
        new String[] {
          "--topic",
          topic,
          "--num-records",
          Integer.toString(ROWS),
          "--record-size",
          Integer.toString(PAYLOAD),
          "--throughput",
          "-1",
          "--producer-props",
          "bootstrap.servers=" + kafka.bootstrapServers(),
          "acks=all"
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    long arrived = Topics.count(kafka.bootstrapServers(), topic);
    if (arrived != ROWS) {
      throw new IllegalStateException(
          "There is no floor: ProducerPerformance lost " + (ROWS - arrived) + " records.");
    }
    return ROWS / seconds;
  }

  private static PostgresServer durablePostgres() {
    Path target = Path.of("target").toAbsolutePath();
    Path directory = target.resolve("bench-" + UUID.randomUUID());
    return new PostgresServer(
            new PostgresServer.Options(
                target.resolve("binaries"), directory, directory.resolve("log"), 0, true, 50))
        .start();
  }

  private static DataSource superuser(PostgresServer.Database access) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(access.jdbcUrl());
    server.setUser(access.username());
    server.setPassword(access.password());
    return server;
  }

  private static AgroalDataSource pool(PostgresServer.Database access) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(5)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(access.jdbcUrl())
                                    .principal(new NamePrincipal(access.username()))
                                    .credential(new SimplePassword(access.password())))));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

package microstorm.messaging.relay;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.Outboxes;
import microstorm.messaging.outbox.TestEvent;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two relays on one database. */
@SuppressWarnings("try")
class TwoRelaysTest {

  private static final int EVENTS = 4_000;

  private final PGSimpleDataSource database = Servers.newMigratedDatabase();
  private final String topic = Topics.create(Servers.kafka());

  @Test
  void takeTurnsAndNeverPublishAtTheSameTime() throws Exception {
    ProbedDatabase probe = new ProbedDatabase(true);
    List<Double> published = publishWithTwo(probe);

    assertThat(probe.most()).isEqualTo(1);
    assertThat(Topics.count(Servers.kafka(), topic)).as("no event twice").isEqualTo(EVENTS);
    assertThat(published).as("both had turns").allMatch(count -> count > 0);
  }

  @Test
  void withoutTheLockTheyPublishTwice() throws Exception {
    ProbedDatabase probe = new ProbedDatabase(false);
    publishWithTwo(probe);

    assertThat(probe.most()).as("control").isEqualTo(2);
    assertThat(Topics.count(Servers.kafka(), topic)).as("control").isGreaterThan(EVENTS);
  }

  @Test
  void takesOverInUnderTwoSecondsWhenTheActiveProcessIsKilled() throws Exception {
    Process active = HoldingProcess.start(Servers.url(database.getDatabaseName()));
    try (Relay waiting = Relays.start(database, Servers.kafka(), topic)) {
      append();
      await().during(Duration.ofSeconds(1)).until(() -> Relays.unpublished(database) == 1);

      active.destroyForcibly();
      assertTakeover("killed process");
    }
  }

  @Test
  void takesOverInUnderTwoSecondsWhenTheActiveConnectionDies() throws Exception {
    try (Connection active = database.getConnection();
        Relay waiting = Relays.start(database, Servers.kafka(), topic)) {
      active.setAutoCommit(false);
      assertThat(OutboxTable.claim(active)).isTrue();
      append();
      await().during(Duration.ofSeconds(1)).until(() -> Relays.unpublished(database) == 1);

      int backend = active.unwrap(org.postgresql.PGConnection.class).getBackendPID();
      Servers.execute(database, "select pg_terminate_backend(" + backend + ")");
      assertTakeover("dead connection");
    }
  }

  @Test
  void theServerFreesTheLockOfASilentHost() throws Exception {
    try (Connection active = database.getConnection()) {
      active.setAutoCommit(false);
      assertThat(OutboxTable.claim(active)).isTrue();
      assertThat(setting(active, "idle_in_transaction_session_timeout")).isEqualTo("45s");
      active.commit();
      assertThat(setting(active, "idle_in_transaction_session_timeout")).isEqualTo("0");
    }
  }

  /** The bar is 2 s; the test waits longer, since the machine may be busy with other tests. */
  private void assertTakeover(String cause) {
    long start = System.nanoTime();
    await().pollInterval(Duration.ofMillis(10)).until(() -> Relays.unpublished(database) == 0);
    System.out.printf(
        "takeover after a %s: %d ms%n", cause, (System.nanoTime() - start) / 1_000_000);
  }

  private void append() throws Exception {
    try (Connection connection = database.getConnection()) {
      Outboxes.in(connection, topic).append(new TestEvent(UUID.randomUUID(), 1, ""));
    }
  }

  private List<Double> publishWithTwo(ProbedDatabase probe) throws Exception {
    Outboxes.fill(database, topic, EVENTS, 20, "text");
    SimpleMeterRegistry first = new SimpleMeterRegistry();
    SimpleMeterRegistry second = new SimpleMeterRegistry();
    try (Relay one = relay(probe, first);
        Relay two = relay(probe, second)) {
      await().until(() -> Relays.unpublished(database) == 0);
    }
    return List.of(published(first), published(second));
  }

  private Relay relay(ProbedDatabase probe, SimpleMeterRegistry registry) {
    return Relays.start(probe.probe(database), Servers.kafka(), topic, 50, Map.of(), registry);
  }

  private static double published(SimpleMeterRegistry registry) {
    return registry.get("microstorm.outbox.published").counter().count();
  }

  private static String setting(Connection connection, String name) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A process that holds the relay's lock and does nothing. */
  static final class HoldingProcess {
    private HoldingProcess() {}

    static Process start(String url) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  HoldingProcess.class.getName(),
                  url)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.getInputStream().read()).as("holds the lock").isEqualTo('1');
      return process;
    }

    public static void main(String[] args) throws Exception {
      try (Connection connection = DriverManager.getConnection(args[0])) {
        connection.setAutoCommit(false);
        System.out.print(OutboxTable.claim(connection) ? "1" : "0");
        System.out.flush();
        Thread.currentThread().join();
      }
    }
  }
}

package microstorm.idea.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.embedded.ChildProcess;

/**
 * The rate of the database alone: one statement and commit for idea and outbox, over 32
 * connections. Measured by pgbench if the machine has it; otherwise by a loop over JDBC, which uses
 * more of the shared cores and so gives a lower floor.
 */
final class Floor {

  private static final String STATEMENT =
      """
      with posted as (
        insert into idea (id, session_id, position, kind, text, edit_hash, submitted_at, seq)
        values (gen_random_uuid(), %1$s, 1, 'idea', '%2$s', sha256('x'), now(), 1))
      insert into outbox (id, topic, source, key, type, subject, payload)
      values (gen_random_uuid(), 'idea.events', '/idea-service', %1$s,
        'microstorm.idea.submitted.v1', 'x', '%3$s')
      """;

  /** A payload as long as the event of such an idea. */
  private static final String PAYLOAD = BenchBoards.TEXT + "x".repeat(330);

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final BenchSystem system;
  private final BenchBoards boards;

  Floor(BenchSystem system, BenchBoards boards) {
    this.system = system;
    this.boards = boards;
  }

  static boolean hasPgbench() {
    try {
      return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Statements a second. */
  double rate(int clients, double seconds) throws Exception {
    return hasPgbench() ? pgbench(clients, seconds) : Load.closed(clients, seconds, this::client);
  }

  /** The durations of one client's statements in nanoseconds, sorted. */
  long[] alone(double seconds) throws Exception {
    return Load.alone(seconds, this::client);
  }

  private Load.Client client(int number) throws Exception {
    Connection connection = system.connect();
    PreparedStatement statement =
        connection.prepareStatement(STATEMENT.formatted("?", BenchBoards.TEXT, PAYLOAD));
    UUID session = boards.sessions().get(number % BenchBoards.COUNT);
    statement.setObject(1, session);
    statement.setObject(2, session);
    return new Load.Client() {
      @Override
      public void once() throws Exception {
        statement.executeUpdate();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  /**
   * Measures with pgbench. The boards are in a table by number, so that each statement chooses one
   * at random.
   */
  private double pgbench(int clients, double seconds) throws Exception {
    StringBuilder script = new StringBuilder("\\set n random(1, " + BenchBoards.COUNT + ")\n");
    String session = "(select session_id from floor_board where n = :n)";
    script.append(STATEMENT.formatted(session, BenchBoards.TEXT, PAYLOAD).replace("\n", " "));
    Path file = Files.writeString(Path.of("target", "floor.sql"), script.append(";\n"));
    system.execute("drop table if exists floor_board");
    system.execute("create table floor_board (n int primary key, session_id uuid)");
    for (int n = 0; n < BenchBoards.COUNT; n++) {
      system.execute(
          "insert into floor_board values (%d, '%s')".formatted(n + 1, boards.sessions().get(n)));
    }
    var address = java.net.URI.create(system.database().jdbcUrl().substring("jdbc:".length()));
    Path log = Files.createTempFile(Path.of("target"), "pgbench", ".log");
    ChildProcess run =
        ChildProcess.start(
            List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                "" + clients,
                "-j",
                "2",
                "-T",
                "" + Math.round(seconds),
                "-f",
                file.toString(),
                "-h",
                address.getHost(),
                "-p",
                "" + address.getPort(),
                "-U",
                system.database().username(),
                "bench"),
            Map.of("PGPASSWORD", system.database().password()),
            log);
    run.handle().onExit().get();
    Matcher rate = RATE.matcher(Files.readString(log));
    if (!rate.find()) {
      throw new IllegalStateException("pgbench said: " + Files.readString(log));
    }
    return Double.parseDouble(rate.group(1));
  }
}

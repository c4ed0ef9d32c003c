package microstorm.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import microstorm.embedded.EmbeddedServerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  private static final Path BINARIES = Path.of("target", "test-binaries");

  @TempDir Path directory;
  private PostgresServer server;

  @BeforeEach
  void start() {
    server = new PostgresServer(options(0)).start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void dataSurvivesStopAndKill() throws SQLException {
    PostgresServer.Database ideas = server.createDatabase("ideas", "idea_service", "it's a secret");
    execute(ideas, "create table idea (text text)");
    execute(ideas, "insert into idea values ('stop')");

    server.stop();
    assertThat(server.alive()).isFalse();
    server.start();
    execute(ideas, "insert into idea values ('kill')");
    server.kill();
    assertThat(server.alive()).isFalse();
    server.start();

    assertThat(count(ideas, "idea")).isEqualTo(2);
    assertThat(server.createDatabase("ideas", "idea_service", "it's a secret")).isEqualTo(ideas);
    assertThat(count(ideas, "idea")).isEqualTo(2);
  }

  @Test
  void aNewServerStopsAnotherOneOnTheSameData() throws SQLException {
    PostgresServer.Database ideas = server.createDatabase("ideas", "idea_service", "secret");
    execute(ideas, "create table idea (text text)");

    try (PostgresServer second = new PostgresServer(options(server.port())).start()) {
      assertThat(server.alive()).isFalse();
      assertThat(second.alive()).isTrue();
      assertThat(count(ideas, "idea")).isZero();
    }
  }

  @Test
  void aReusedProcessIdDoesNotPreventAStart() throws Exception {
    server.kill();
    Path file = directory.resolve("data").resolve("postmaster.pid");
    String content = Files.readString(file);
    Files.writeString(
        file, ProcessHandle.current().pid() + content.substring(content.indexOf('\n')));

    assertThat(server.start().alive()).isTrue();
  }

  @Test
  void stopsCleanlyWithoutItsGuard() {
    ProcessHandle guard =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains(directory.toString()))
            .findFirst()
            .orElseThrow();
    guard.destroyForcibly();
    guard.onExit().join();

    assertThat(server.alive()).isTrue();
    server.stop();
    assertThat(directory.resolve("data").resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void connectionsNeedThePasswordAndTheOwnDatabase() {
    PostgresServer.Database ideas = server.createDatabase("ideas", "idea_service", "secret");
    server.createDatabase("reports", "report_service", "other");

    assertThatThrownBy(() -> DriverManager.getConnection(ideas.jdbcUrl(), "postgres", "wrong"))
        .hasMessageContaining("authentication failed");
    assertThatThrownBy(
            () -> DriverManager.getConnection(server.jdbcUrl("reports"), "idea_service", "secret"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void aPortInUseIsReported() {
    PostgresServer second =
        new PostgresServer(
            new PostgresServer.Options(
                BINARIES,
                directory.resolve("second"),
                directory.resolve("second.log"),
                server.port(),
                false,
                20));

    assertThatThrownBy(second::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessage("Port %d, which Postgres needs, is in use or not allowed.", server.port());
  }

  @Test
  void dataOfAnotherMajorVersionAreRefusedAndStayUnchanged() throws Exception {
    server.stop();
    Path version = directory.resolve("data").resolve("PG_VERSION");
    String present = Files.readString(version);
    Files.writeString(version, "17\n");
    assertThatThrownBy(server::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("belong to Postgres 17, and this is Postgres 18")
        .hasMessageContaining("Make a backup with the version of Microstorm that used them last");

    Files.writeString(version, present);
    assertThat(server.start().alive()).isTrue();
  }

  private PostgresServer.Options options(int port) {
    return new PostgresServer.Options(
        BINARIES, directory, directory.resolve("postgres.log"), port, true, 20);
  }

  private static void execute(PostgresServer.Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(PostgresServer.Database database, String table) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(PostgresServer.Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}

package microstorm.idea.database;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import microstorm.testing.TestDatabase;
import microstorm.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Migrations of tables while replicas of the previous version use them. */
class MigrationTest {

  private static final String IDEAS =
      """
      insert into board (session_id, team_id, phase, anonymous)
        values (gen_random_uuid(), gen_random_uuid(), 'sharing', true);
      insert into idea (id, session_id, position, kind, text, submitted_at)
        select gen_random_uuid(), session_id, 1, 'idea', 'written before', now() from board;
      """;

  /** Stops each change of an idea until the advisory lock is free. */
  private static final String WAIT_BEFORE_UPDATE =
      """
      create function wait() returns trigger language plpgsql as
        'begin perform pg_advisory_xact_lock(1); return new; end';
      create trigger wait before update on idea for each row execute function wait();
      """;

  private static final String WAITING =
      "select count(*) from pg_locks where locktype = 'advisory' and not granted";

  private final TestDatabase database =
      TestServers.postgres().database("ideas_" + UUID.randomUUID().toString().replace("-", ""));

  @Test
  void requestsUseTheIdeasWhileTheirTimesAreCleared() throws SQLException {
    migrate("10");
    try (Connection barrier = connect();
        Connection request = connect()) {
      execute(request, IDEAS + WAIT_BEFORE_UPDATE);
      execute(barrier, "select pg_advisory_lock(1)");
      CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate("latest"));
      await("the migration changes rows").until(() -> number(request, WAITING) > 0);
      request.setAutoCommit(false);
      execute(request, "lock table idea in row exclusive mode nowait");
      request.commit();
      request.setAutoCommit(true);
      execute(barrier, "select pg_advisory_unlock(1)");
      migration.join();
      assertThat(number(request, "select count(*) from idea where submitted_at is null"))
          .isEqualTo(1);
    }
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .target(target)
        .load()
        .migrate();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

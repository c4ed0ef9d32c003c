package microstorm.idea.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.testing.TestDatabase;
import microstorm.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The copies of actions that the previous version made become one record. */
class ActionMigrationTest {

  /** Three sessions of a team; the ids end in the numbers of the sessions and actions. */
  private static final String SESSIONS =
      """
      insert into board (session_id, team_id, phase, since)
      select id(n), id(9), case n when 3 then 'lobby' else 'closed' end, timestamptz '2026-01-01' + n * interval '1 day'
      from generate_series(1, 3) as n;
      """;

  private final TestDatabase database =
      TestServers.postgres().database("ideas_" + UUID.randomUUID().toString().replace("-", ""));

  private Connection connection;

  @BeforeEach
  void createThePreviousVersion() throws SQLException {
    migrate("21");
    connection =
        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    execute(
        "create function id(n int) returns uuid language sql immutable as"
            + " 'select lpad(n::text, 32, ''0'')::uuid'");
    execute(SESSIONS);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .target(target)
        .load()
        .migrate();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Adds an action as the previous version does. */
  private void add(int id, int session, String text, String state, Integer carriedFrom)
      throws SQLException {
    execute(
        "insert into action (id, session_id, position, text, state, carried_from, seq)"
            + " values (id(%d), id(%d), 1, '%s', '%s', %s, 1)"
                .formatted(
                    id,
                    session,
                    text,
                    state,
                    carriedFrom == null ? "null" : "id(%d)".formatted(carriedFrom)));
  }

  private List<String> shown() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select concat_ws(' ', text, state, right(finished_in::text, 1)) from action"
                    + " where original_id is null and not removed and team_id = id(9) order by id")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  @Test
  void theCopyInWhichAnActionWasFinishedDecides() throws SQLException {
    add(11, 1, "never copied", "done", null);
    add(12, 1, "finished in a copy", "open", null);
    add(22, 2, "finished in a copy", "done", 12);
    add(13, 1, "old text", "open", null);
    add(23, 2, "middle text", "open", 13);
    add(33, 3, "new text", "open", 23);
    add(14, 1, "let go", "open", null);
    add(24, 2, "let go", "open", 14);
    execute("update action set removed = true where id = id(24)");
    add(25, 2, "of a deleted session", "open", 99);
    add(35, 3, "of a deleted session", "dropped", 25);
    migrate("latest");
    assertThat(shown())
        .containsExactly(
            "never copied done 1",
            "finished in a copy done 2",
            "new text open",
            "let go dropped 2",
            "of a deleted session dropped 3");
  }

  /** A replica of the previous version goes on during the upgrade. */
  @Test
  void thePreviousVersionStillWrites() throws SQLException {
    add(12, 1, "text", "open", null);
    migrate("latest");
    add(31, 3, "agreed now", "open", null);
    add(32, 3, "text", "open", 12);
    assertThat(shown()).containsExactly("text open", "agreed now open");
    execute("update action set state = 'done' where id = id(32)");
    execute("update action set state = 'dropped' where id = id(31)");
    assertThat(shown()).containsExactly("text done 3", "agreed now dropped 3");
    execute("update action set state = 'open' where id = id(31)");
    assertThat(shown()).containsExactly("text done 3", "agreed now open");
  }
}

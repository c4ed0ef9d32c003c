package microstorm.idea.idea;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.testing.TestDatabase;
import microstorm.testing.TestServers;
import microstorm.testing.WholeDatabase;

/** Reads the tables of the service directly. */
public final class Rows {

  private static final List<String> TABLES = List.of("idea", "link", "writer", "topic", "action");

  private Rows() {}

  /** A connection of the superuser to the service's database. */
  public static Connection connect() throws SQLException {
    TestDatabase access = TestServers.postgres().superuser("ideas");
    return DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
  }

  /** Locks the row of the board until the transaction of the connection ends. */
  public static void hold(Connection connection, UUID session) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement("select 1 from board where session_id = ? for update")) {
      lock.setObject(1, session);
      lock.execute();
    }
  }

  /** The number of transactions that wait for the row of any board. */
  public static long waiting() {
    return Long.parseLong(
        texts(
                """
                select count(*) from pg_stat_activity
                where wait_event_type = 'Lock' and query like '%from board%for update%'
                """,
                null, null)
            .get(0));
  }

  /** Runs a statement. */
  public static void execute(String sql) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads one number. */
  public static long number(String sql, UUID session) {
    return Long.parseLong(texts(sql, session, null).get(0));
  }

  /** All rows of a session that contain this text anywhere. */
  public static List<String> allThatNames(Object words, UUID session) {
    List<String> found = new ArrayList<>();
    for (String table : TABLES) {
      found.addAll(
          texts(
              "select t::text from %s t where session_id = ? and t::text like ?".formatted(table),
              session,
              "%" + words + "%"));
    }
    return found;
  }

  /** The tables of the database that contain this text anywhere. */
  public static List<String> tablesWith(String text) {
    try (Connection connection = connect()) {
      return WholeDatabase.tablesWith(connection, text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(String sql, UUID session, String pattern) {
    try (Connection connection = connect();
        PreparedStatement select = connection.prepareStatement(sql)) {
      if (session != null) {
        select.setObject(1, session);
      }
      if (pattern != null) {
        select.setString(2, pattern);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

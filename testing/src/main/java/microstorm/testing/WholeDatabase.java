package microstorm.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at all tables of a database, also at those that a test does not know. */
public final class WholeDatabase {

  private static final String TABLES =
      """
      select quote_ident(table_name) from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name
      """;

  private static final String WITH_COLUMN =
      """
      select c.table_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and c.column_name = ?
        and t.table_type = 'BASE TABLE'
      order by c.table_name
      """;

  private static final String REFERRING_TO =
      """
      select distinct conrelid::regclass::text from pg_constraint
      where contype = 'f' and confrelid = ?::regclass order by 1
      """;

  private WholeDatabase() {}

  /** The tables that have a row with this text in any column, whatever its type. */
  public static List<String> tablesWith(DataSource database, String text) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return tablesWith(connection, text);
    }
  }

  /** The tables that have a row with this text in any column, whatever its type. */
  public static List<String> tablesWith(Connection connection, String text) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table : strings(connection, TABLES, null)) {
      String query =
          "select exists (select from " + table + " as r where strpos(r::text, ?) > 0)::text";
      if (strings(connection, query, text).get(0).equals("true")) {
        found.add(table);
      }
    }
    return found;
  }

  /** The tables that have a column of this name. */
  public static List<String> tablesWithColumn(DataSource database, String column)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return strings(connection, WITH_COLUMN, column);
    }
  }

  /** The tables with a foreign key to this table. */
  public static List<String> tablesReferringTo(DataSource database, String table)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return strings(connection, REFERRING_TO, table);
    }
  }

  private static List<String> strings(Connection connection, String query, String parameter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      if (parameter != null) {
        statement.setString(1, parameter);
      }
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}

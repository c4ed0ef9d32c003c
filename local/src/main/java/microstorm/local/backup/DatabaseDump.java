package microstorm.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** Copies all rows of a database as they were when the dump began. */
final class DatabaseDump implements AutoCloseable {
  static final String MESSAGING_HISTORY = "flyway_messaging_history";

  private static final String SERVICE_HISTORY = "flyway_schema_history";
  private static final String VERSION =
      "select coalesce(max(version::int), 0) from %s where success and version is not null";
  // Postgres computes generated columns again.
  private static final String TABLES =
      """
      select quote_ident(c.relname), string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and c.relname not in ('flyway_schema_history', 'flyway_messaging_history')
      group by c.oid, c.relname order by c.relname
      """;
  private static final String SEQUENCES =
      """
      select quote_ident(sequencename), last_value from pg_sequences
      where schemaname = 'public' and last_value is not null order by sequencename
      """;

  private final Connection connection;

  private DatabaseDump(Connection connection) {
    this.connection = connection;
  }

  /** Begins a dump: from now on it sees no later change. */
  static DatabaseDump begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement first = connection.createStatement()) {
      first.execute("select count(*) from " + SERVICE_HISTORY); // takes the snapshot
    }
    return new DatabaseDump(connection);
  }

  /** What the dump contains. */
  Manifest.Database description() throws SQLException {
    SchemaVersion schema = new SchemaVersion(last(SERVICE_HISTORY), last(MESSAGING_HISTORY));
    return new Manifest.Database(schema, tables(connection), sequences());
  }

  /** Writes the rows of a table in Postgres's text format. */
  void write(Manifest.Table table, OutputStream out) throws SQLException, IOException {
    String copy = "copy " + table.name() + " (" + table.columns() + ") to stdout";
    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  static List<Manifest.Table> tables(Connection connection) throws SQLException {
    List<Manifest.Table> tables = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(new Manifest.Table(row.getString(1), row.getString(2)));
      }
    }
    return tables;
  }

  private Map<String, Long> sequences() throws SQLException {
    Map<String, Long> values = new TreeMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(SEQUENCES)) {
      while (row.next()) {
        values.put(row.getString(1), row.getLong(2));
      }
    }
    return values;
  }

  private int last(String history) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(VERSION.formatted(history))) {
      row.next();
      return row.getInt(1);
    }
  }
}

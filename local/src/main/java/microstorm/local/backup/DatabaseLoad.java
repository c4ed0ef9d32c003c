package microstorm.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import microstorm.local.setup.StartException;
import org.postgresql.PGConnection;

/** Fills a database with the rows of a backup, in one transaction. */
final class DatabaseLoad {
  private final Connection connection;

  /**
   * A load.
   *
   * @param connection of the superuser, because neither triggers nor foreign keys must apply while
   *     rows arrive table by table
   */
  DatabaseLoad(Connection connection) {
    this.connection = connection;
  }

  /** Reads the rows of a table. */
  interface Rows {
    InputStream of(Manifest.Table table) throws IOException;
  }

  void load(Manifest.Database database, Rows rows) throws SQLException, IOException {
    List<Manifest.Table> present = DatabaseDump.tables(connection);
    if (!columns(present).equals(columns(database.tables()))) {
      throw new StartException(
          "The tables of the backup differ from those of its schema version. The backup cannot be"
              + " restored with this build.");
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local session_replication_role = replica");
      statement.execute(
          "truncate "
              + present.stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
    }
    for (Manifest.Table table : database.tables()) {
      String copy = "copy " + table.name() + " (" + table.columns() + ") from stdin";
      try (InputStream in = rows.of(table)) {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in);
      }
    }
    for (Map.Entry<String, Long> sequence : database.sequences().entrySet()) {
      try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
        set.setString(1, sequence.getKey());
        set.setLong(2, sequence.getValue());
        set.execute();
      }
    }
    connection.commit();
  }

  /** The columns of each table in alphabetic order: another order is no difference. */
  private static Map<String, List<String>> columns(List<Manifest.Table> tables) {
    return tables.stream()
        .collect(
            Collectors.toMap(
                Manifest.Table::name,
                table -> List.of(table.columns().split(", ")).stream().sorted().toList()));
  }
}

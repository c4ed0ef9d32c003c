package microstorm.local.deletion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import microstorm.local.SharedSystem;
import microstorm.local.setup.Microservice;

/** Searches all tables of the three databases. */
final class AllTables {

  private static final String TABLES =
      """
      select quote_ident(table_name) from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name
      """;

  private AllTables() {}

  /** The tables that have this text, such as {@code ideas.action}. */
  static List<String> with(String text) throws SQLException, IOException {
    List<String> found = new ArrayList<>();
    for (Microservice service : Microservice.values()) {
      try (Connection database = connect(service)) {
        for (String table : strings(database, TABLES)) {
          String query = "select count(*) from " + table + " r where strpos(r::text, ?) > 0";
          if (!strings(database, query, text).equals(List.of("0"))) {
            found.add(service.database() + "." + table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> strings(Connection database, String query, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
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

  private static Connection connect(Microservice service) throws SQLException, IOException {
    Path data = SharedSystem.get().data();
    String password = Files.readString(data.resolve("passwords").resolve(service.role())).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port(data) + "/" + service.database(),
        service.role(),
        password);
  }

  /** The fourth line of Postgres' pid file. */
  private static String port(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path pid =
          files
              .filter(file -> file.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(pid).get(3).strip();
    }
  }
}

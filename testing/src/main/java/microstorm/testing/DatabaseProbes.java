package microstorm.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * How a database notices that a replica is gone. Until then it keeps the locks of a replica that
 * was cut off in the middle of a transaction. With the defaults of the operating system that takes
 * two hours.
 */
public final class DatabaseProbes {

  /** What a connection of a service must have: within half a minute. */
  public static final Map<String, String> EXPECTED =
      Map.of(
          "tcp_keepalives_idle", "15",
          "tcp_keepalives_interval", "5",
          "tcp_keepalives_count", "3",
          "tcp_user_timeout", "30000");

  private DatabaseProbes() {}

  /** What a connection has. */
  public static Map<String, String> of(DataSource database) throws SQLException {
    Map<String, String> settings = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : EXPECTED.keySet()) {
        try (ResultSet shown = statement.executeQuery("show " + setting)) {
          shown.next();
          settings.put(setting, shown.getString(1));
        }
      }
    }
    return settings;
  }
}

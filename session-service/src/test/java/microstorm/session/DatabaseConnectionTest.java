package microstorm.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A replica that is cut off in the middle of a transaction holds its locks until the database
 * notices. A database that is cut off blocks a request until the replica notices. With the defaults
 * of the operating system that takes two hours for the database, and a quarter of an hour for the
 * replica.
 */
@SessionServiceTest
class DatabaseConnectionTest {

  @Inject DataSource database;

  @ParameterizedTest
  @CsvSource({
    "tcp_keepalives_idle, 15",
    "tcp_keepalives_interval, 5",
    "tcp_keepalives_count, 3",
    "tcp_user_timeout, 30000"
  })
  void theDatabaseProbesItsConnections(String setting, String value) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("show " + setting)) {
      shown.next();
      assertThat(shown.getString(1)).isEqualTo(value);
    }
  }

  @Test
  void theReplicaWaitsAMinuteForTheDatabase() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
          .isEqualTo(Duration.ofMinutes(1));
    }
  }
}

package microstorm.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import microstorm.testing.DatabaseProbes;
import org.junit.jupiter.api.Test;

/**
 * A replica that is cut off in the middle of a transaction holds its locks until the database
 * notices. A database that is cut off blocks a request until the replica notices. With the defaults
 * of the operating system that takes two hours for the database, and a quarter of an hour for the
 * replica.
 */
@SessionServiceTest
class DatabaseConnectionTest {

  @Inject DataSource database;

  @Test
  void theDatabaseProbesItsConnections() throws SQLException {
    assertThat(DatabaseProbes.of(database))
        .containsExactlyInAnyOrderEntriesOf(DatabaseProbes.EXPECTED);
  }

  @Test
  void theReplicaWaitsAMinuteForTheDatabase() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
          .isEqualTo(Duration.ofMinutes(1));
    }
  }
}

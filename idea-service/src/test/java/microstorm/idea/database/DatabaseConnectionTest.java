package microstorm.idea.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import microstorm.idea.IdeaServiceTest;
import microstorm.testing.DatabaseProbes;
import org.junit.jupiter.api.Test;

/** A replica that is cut off holds its locks until the database notices. */
@IdeaServiceTest
class DatabaseConnectionTest {

  @Inject DataSource database;

  @Test
  void theDatabaseProbesItsConnections() throws SQLException {
    assertThat(DatabaseProbes.of(database))
        .containsExactlyInAnyOrderEntriesOf(DatabaseProbes.EXPECTED);
  }

  /** No plan depends on its arguments; planning took a quarter of a post's reading time. */
  @Test
  void plansAreGeneric() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet shown = statement.executeQuery("show plan_cache_mode")) {
      shown.next();
      assertThat(shown.getString(1)).isEqualTo("force_generic_plan");
    }
  }
}

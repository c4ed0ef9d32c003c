package microstorm.report.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import microstorm.testing.DatabaseProbes;
import org.junit.jupiter.api.Test;

/** A replica that is cut off holds its locks until the database notices. */
@ReportServiceTest
class DatabaseConnectionTest {

  @Inject DataSource database;

  @Test
  void theDatabaseProbesItsConnections() throws SQLException {
    assertThat(DatabaseProbes.of(database))
        .containsExactlyInAnyOrderEntriesOf(DatabaseProbes.EXPECTED);
  }
}

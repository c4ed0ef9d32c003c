package microstorm.messaging.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import microstorm.messaging.fixture.Configs;
import microstorm.messaging.fixture.Servers;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RetentionTest {

  private static final int OLD = 2_500;
  private static final int YOUNG = 300;

  private final PGSimpleDataSource database = Servers.newMigratedDatabase();
  private final Retention retention = new Retention(database, Configs.of(Map.of()));

  @Test
  void rowsOlderThanEightDaysAreRemoved() throws Exception {
    fillInbox(OLD, "9 days");
    fillInbox(YOUNG, "7 days");
    retention.clean();
    assertThat(count("inbox")).isEqualTo(YOUNG);
  }

  @Test
  void onlyOneReplicaCleansAtATime() throws Exception {
    fillInbox(OLD, "9 days");
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + 0x6d73746f726d0002L + ")");
      retention.clean();
      assertThat(count("inbox")).isEqualTo(OLD);
      other.commit();
    }
    retention.clean();
    assertThat(count("inbox")).isZero();
  }

  private void fillInbox(int rows, String age) {
    Servers.execute(
        database,
        "insert into inbox select 'c', gen_random_uuid(), now() - interval '%s' from generate_series(1, %d)"
            .formatted(age, rows));
  }

  private long count(String from) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }
}

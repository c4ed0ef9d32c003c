package microstorm.messaging.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Configs;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.outbox.Outboxes;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {

  @Test
  void severalReplicasMigrateAtOnceNextToTheServicesOwnTables() throws Exception {
    for (int round = 0; round < 5; round++) {
      PGSimpleDataSource database = Servers.database(Servers.newDatabase());
      Servers.execute(database, "create table service_table (id int)");
      migrateAtOnce(database, 4);
      Servers.execute(
          database, "select * from outbox, inbox, flyway_messaging_history, service_table");
    }
  }

  @Test
  void aMigrateOnlyStartEndsAfterTheMigration() {
    PGSimpleDataSource database = Servers.database(Servers.newDatabase());
    Migration migration = new Migration(database, Configs.of(Map.of("migrate-only", "true")));
    assertThatExceptionOfType(PreventFurtherStepsException.class)
        .isThrownBy(() -> migration.migrate(new StartupEvent()))
        .returns(0, PreventFurtherStepsException::getExitCode);
    Servers.execute(database, "select * from outbox, inbox");
  }

  @Test
  void anOrdinaryStartContinuesAfterTheMigration() {
    PGSimpleDataSource database = Servers.database(Servers.newDatabase());
    new Migration(database, Configs.of(Map.of())).migrate(new StartupEvent());
    Servers.execute(database, "select * from outbox, inbox");
  }

  @Test
  void aSecondStartChangesNothing() {
    PGSimpleDataSource database = Servers.newMigratedDatabase();
    Migration.migrate(database);
    Servers.execute(
        database, "select 1 / count(*) from flyway_messaging_history where version = '1'");
  }

  @Test
  void publishedRowsAreRemovedAndWaitingRowsAreKept() throws Exception {
    PGSimpleDataSource database = Servers.database(Servers.newDatabase());
    Migration.migrate(database, MigrationVersion.fromVersion("1"));
    Outboxes.fill(database, "t", 3, 1, "");
    Servers.execute(database, "update outbox set published_at = now() where position <> 2");
    Migration.migrate(database);
    assertThat(positions(database)).containsExactly(2L);
  }

  @Test
  void thePreviousVersionWorksWithTheCurrentTables() throws Exception {
    PGSimpleDataSource database = Servers.newMigratedDatabase();
    Outboxes.fill(database, "t", 3, 1, "");
    Servers.execute(
        database,
        "update outbox set published_at = now() - interval '25 hours' where position = any("
            + "array(select position from outbox where published_at is null"
            + " order by position limit 2))");
    Servers.execute(
        database, "delete from outbox where published_at < now() - interval '24 hours'");
    assertThat(positions(database)).containsExactly(3L);
  }

  private static List<Long> positions(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select position from outbox order by position")) {
      List<Long> positions = new ArrayList<>();
      while (rows.next()) {
        positions.add(rows.getLong(1));
      }
      return positions;
    }
  }

  private static void migrateAtOnce(PGSimpleDataSource database, int instances) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    try {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, instances)
              .<Callable<Boolean>>mapToObj(
                  instance ->
                      () -> {
                        Migration.migrate(database);
                        return true;
                      })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

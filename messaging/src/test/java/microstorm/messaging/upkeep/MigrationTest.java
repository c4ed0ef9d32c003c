package microstorm.messaging.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import microstorm.messaging.fixture.Servers;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationTest {

  @Test
  void severalInstancesMigrateAtOnceBesideTheServicesOwnTables() throws Exception {
    for (int round = 0; round < 5; round++) {
      PGSimpleDataSource database = Servers.database(Servers.newDatabase());
      Servers.execute(database, "create table service_table (id int)");
      migrateAtOnce(database, 4);
      Servers.execute(
          database, "select * from outbox, inbox, flyway_messaging_history, service_table");
    }
  }

  @Test
  void aSecondStartChangesNothing() {
    PGSimpleDataSource database = Servers.newMigratedDatabase();
    Migration.migrate(database);
    Servers.execute(
        database, "select 1 / count(*) from flyway_messaging_history where version = '1'");
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

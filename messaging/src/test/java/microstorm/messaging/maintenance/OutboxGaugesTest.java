package microstorm.messaging.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.outbox.Outboxes;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class OutboxGaugesTest {

  private final PGSimpleDataSource database = Servers.newMigratedDatabase();
  private final OutboxGauges gauges = new OutboxGauges(database);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void showNumberAndAgeOfTheUnpublishedEvents() throws Exception {
    gauges.register(meters);
    gauges.sample();
    assertThat(value("microstorm.outbox.unpublished")).isZero();
    assertThat(value("microstorm.outbox.oldest.age")).isZero();

    Outboxes.fill(database, "t", 3, 1, "");
    Servers.execute(
        database, "update outbox set time = now() - interval '1 hour' where position = 1");
    gauges.sample();
    assertThat(value("microstorm.outbox.unpublished")).isEqualTo(3);
    assertThat(value("microstorm.outbox.oldest.age")).isBetween(3600.0, 3700.0);
  }

  private double value(String name) {
    return meters.get(name).gauge().value();
  }
}

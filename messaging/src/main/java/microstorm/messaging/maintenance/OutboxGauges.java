package microstorm.messaging.maintenance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Gauges of the unpublished events, as of the last sample. */
@ApplicationScoped
class OutboxGauges {

  private static final String SAMPLE =
      """
      select (select count(*) from outbox),
             coalesce((select extract(epoch from clock_timestamp() - time) from outbox
                       order by position limit 1), 0)
      """;

  private final DataSource database;

  private volatile long unpublished;
  private volatile double oldestSeconds;

  OutboxGauges(DataSource database) {
    this.database = database;
  }

  void register(MeterRegistry meters) {
    Gauge.builder("microstorm.outbox.unpublished", () -> unpublished)
        .description("Events in the outbox that Kafka has not acknowledged")
        .register(meters);
    Gauge.builder("microstorm.outbox.oldest.age", () -> oldestSeconds)
        .description("Age of the oldest event in the outbox")
        .baseUnit("seconds")
        .register(meters);
  }

  void sample() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sample = connection.createStatement();
        ResultSet row = sample.executeQuery(SAMPLE)) {
      row.next();
      unpublished = row.getLong(1);
      oldestSeconds = row.getDouble(2);
    }
  }
}

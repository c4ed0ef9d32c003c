package microstorm.messaging.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import javax.sql.DataSource;
import microstorm.messaging.MessagingConfig;
import microstorm.messaging.outbox.OutboxWritten;
import microstorm.messaging.settings.KafkaSettings;

/** Starts and stops the relay with the service. */
@ApplicationScoped
class RelayLifecycle {

  /** After the migration. */
  private static final int START = 20;

  private final DataSource database;
  private final KafkaSettings kafka;
  private final MessagingConfig config;
  private final MeterRegistry meters;

  private volatile Relay relay;

  RelayLifecycle(
      DataSource database, KafkaSettings kafka, MessagingConfig config, MeterRegistry meters) {
    this.database = database;
    this.kafka = kafka;
    this.config = config;
    this.meters = meters;
  }

  void start(@Observes @Priority(START) StartupEvent event) {
    if (config.relay().enabled()) {
      RelayMetrics counts = new RelayMetrics(meters);
      relay =
          new Relay(
              new RelayBatch(database, config.relay().batchSize(), counts),
              () -> new EventProducer(kafka.producer(config.topic() + "-relay")),
              config.topic(),
              counts,
              config.relay().poll(),
              config.relay().shutdownTimeout());
      relay.start();
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxWritten event) {
    if (relay != null) {
      relay.wake();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (relay != null) {
      relay.close();
    }
  }
}

package microstorm.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The metrics of the relay. */
record RelayMetrics(Counter published, Counter failures, Timer batch) {

  RelayMetrics(MeterRegistry registry) {
    this(
        Counter.builder("microstorm.outbox.published")
            .description("Events that Kafka acknowledged and that left the outbox")
            .register(registry),
        Counter.builder("microstorm.outbox.failures")
            .description("Attempts to publish that failed")
            .register(registry),
        Timer.builder("microstorm.relay.batch")
            .description("Time from reading a batch of the outbox to the commit of its removal")
            .register(registry));
  }
}

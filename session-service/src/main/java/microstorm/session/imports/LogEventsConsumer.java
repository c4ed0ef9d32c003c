package microstorm.session.imports;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the events of report-service about imported logs. */
@ApplicationScoped
class LogEventsConsumer {

  private static final String CHANNEL = "log-events";

  private final Inbox inbox;
  private final LogEventsHandler handler;

  LogEventsConsumer(Inbox inbox, LogEventsHandler handler) {
    this.inbox = inbox;
    this.handler = handler;
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, CHANNEL);
  }
}

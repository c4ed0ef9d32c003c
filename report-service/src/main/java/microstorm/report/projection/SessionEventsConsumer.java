package microstorm.report.projection;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives session-service's events. */
@ApplicationScoped
class SessionEventsConsumer {

  private static final String CHANNEL = "session-events";

  private final Inbox inbox;
  private final SessionEventsHandler handler;

  SessionEventsConsumer(Inbox inbox, SessionEventsHandler handler) {
    this.inbox = inbox;
    this.handler = handler;
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, CHANNEL);
  }
}

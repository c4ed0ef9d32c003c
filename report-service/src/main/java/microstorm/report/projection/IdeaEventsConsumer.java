package microstorm.report.projection;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives idea-service's events. */
@ApplicationScoped
class IdeaEventsConsumer {

  private static final String CHANNEL = "idea-events";

  private final Inbox inbox;
  private final IdeaEventsHandler handler;

  IdeaEventsConsumer(Inbox inbox, IdeaEventsHandler handler) {
    this.inbox = inbox;
    this.handler = handler;
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, CHANNEL);
  }
}

package microstorm.session.phase;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the events of idea-service about boards. */
@ApplicationScoped
class IdeaEventsConsumer {

  private static final String CHANNEL = "idea-events";

  private final Inbox inbox;
  private final SealHandler handler;

  IdeaEventsConsumer(Inbox inbox, SealHandler handler) {
    this.inbox = inbox;
    this.handler = handler;
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, CHANNEL);
  }
}

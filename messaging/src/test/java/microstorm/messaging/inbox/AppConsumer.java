package microstorm.messaging.inbox;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer like those of a service. */
@ApplicationScoped
class AppConsumer {

  private final Inbox inbox;
  private final AppHandler handler;

  AppConsumer(Inbox inbox, AppHandler handler) {
    this.inbox = inbox;
    this.handler = handler;
  }

  @Incoming("app-events")
  @Blocking
  CompletionStage<Void> consume(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, "app-events");
  }

  @Incoming("twice-first")
  @Blocking
  CompletionStage<Void> first(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, "twice");
  }

  @Incoming("twice-second")
  @Blocking
  CompletionStage<Void> second(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, handler, "twice");
  }
}

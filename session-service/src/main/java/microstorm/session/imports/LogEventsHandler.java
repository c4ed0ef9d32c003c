package microstorm.session.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.deletion.DeletionService;
import microstorm.session.event.SessionImportRefused;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Creates the sessions of an imported log and updates them with its later editions. */
@ApplicationScoped
class LogEventsHandler implements EventHandler {

  private static final String CHANNEL = "log-events";

  private final Inbox inbox;
  private final SessionImport sessions;
  private final DeletionService deletions;
  private final Outbox outbox;
  private final ObjectMapper json;

  LogEventsHandler(
      Inbox inbox,
      SessionImport sessions,
      DeletionService deletions,
      Outbox outbox,
      ObjectMapper json) {
    this.inbox = inbox;
    this.deletions = deletions;
    this.sessions = sessions;
    this.outbox = outbox;
    this.json = json;
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> receive(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, this, CHANNEL);
  }

  @Override
  public boolean deletes(String type) {
    return type.equals(LogSessionDeleted.TYPE);
  }

  @Override
  public void handle(IncomingEvent event) throws JsonProcessingException {
    if (event.type().equals(LogSessionParsed.TYPE)) {
      sessions.take(json.readValue(event.payload(), LogSessionParsed.class));
    } else if (event.type().equals(LogSessionDeleted.TYPE)) {
      LogSessionDeleted deleted = json.readValue(event.payload(), LogSessionDeleted.class);
      deletions.deleteImported(deleted.teamId(), deleted.sessionId());
    }
  }

  /** Informs the owner of the log, through report-service, that this session was not imported. */
  @Override
  public void deadLettered(IncomingEvent event, Throwable cause) {
    ParsedSessionKey.of(event, json)
        .ifPresent(
            key ->
                outbox.append(
                    new SessionImportRefused(
                        key.sessionId(),
                        key.teamId(),
                        key.logRevision(),
                        "The session could not be imported. Ask the operator for the dead letter "
                            + event.id()
                            + ".",
                        "session-dead-letter",
                        event.id())));
  }
}

package microstorm.idea.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardImportRefused;
import microstorm.idea.projection.BoardRemover;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.messaging.outbox.Outbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Creates the boards of an imported log and updates them with its later editions. */
@ApplicationScoped
class LogEventsHandler implements EventHandler {

  private static final String CHANNEL = "log-events";

  private final Inbox inbox;
  private final Boards boards;
  private final BoardImport imports;
  private final BoardRemover remover;
  private final Outbox outbox;
  private final ObjectMapper json;

  LogEventsHandler(
      Inbox inbox,
      Boards boards,
      BoardImport imports,
      BoardRemover remover,
      Outbox outbox,
      ObjectMapper json) {
    this.inbox = inbox;
    this.remover = remover;
    this.boards = boards;
    this.imports = imports;
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
  public void begin(Set<UUID> sessions) {
    boards.lockAll(sessions);
  }

  @Override
  public void handle(IncomingEvent event) throws JsonProcessingException {
    if (event.type().equals(LogSessionParsed.TYPE)) {
      imports.take(json.readValue(event.payload(), LogSessionParsed.class));
    } else if (event.type().equals(LogSessionDeleted.TYPE)) {
      remover.remove(Set.of(json.readValue(event.payload(), LogSessionDeleted.class).sessionId()));
    }
  }

  /** Informs the owner of the log, through report-service, that this board was not imported. */
  @Override
  public void deadLettered(IncomingEvent event, Throwable cause) {
    ParsedSessionKey.of(event, json)
        .ifPresent(
            key ->
                outbox.append(
                    new BoardImportRefused(
                        key.sessionId(),
                        key.teamId(),
                        key.logRevision(),
                        "The board could not be imported. Ask the operator for the dead letter "
                            + event.id()
                            + ".",
                        "board-dead-letter",
                        event.id())));
  }
}

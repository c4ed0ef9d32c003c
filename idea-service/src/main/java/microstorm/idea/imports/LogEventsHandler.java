package microstorm.idea.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardImportRefused;
import microstorm.messaging.EventHandler;
import microstorm.messaging.IncomingEvent;
import microstorm.messaging.Outbox;

/** Creates the boards of an imported log and updates them with its later editions. */
@ApplicationScoped
class LogEventsHandler implements EventHandler {

  private final Boards boards;
  private final BoardImport imports;
  private final Outbox outbox;
  private final ObjectMapper json;

  LogEventsHandler(Boards boards, BoardImport imports, Outbox outbox, ObjectMapper json) {
    this.boards = boards;
    this.imports = imports;
    this.outbox = outbox;
    this.json = json;
  }

  @Override
  @Transactional
  public void begin(Set<UUID> sessions) {
    boards.lockAll(sessions);
  }

  @Override
  @Transactional
  public void handle(IncomingEvent event) throws JsonProcessingException {
    if (event.type().equals(LogSessionParsed.TYPE)) {
      imports.take(json.readValue(event.payload(), LogSessionParsed.class));
    }
  }

  /** Informs the owner of the log, through report-service, that this board was not imported. */
  @Override
  @Transactional
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
                            + ".")));
  }
}

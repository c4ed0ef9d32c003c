package microstorm.session.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import microstorm.messaging.EventHandler;
import microstorm.messaging.IncomingEvent;
import microstorm.messaging.Outbox;
import microstorm.session.event.SessionImportRefused;

/** Creates the sessions of an imported log and updates them with its later editions. */
@ApplicationScoped
class LogEventsHandler implements EventHandler {

  private final SessionImport sessions;
  private final Outbox outbox;
  private final ObjectMapper json;

  LogEventsHandler(SessionImport sessions, Outbox outbox, ObjectMapper json) {
    this.sessions = sessions;
    this.outbox = outbox;
    this.json = json;
  }

  @Override
  @Transactional
  public void handle(IncomingEvent event) throws JsonProcessingException {
    if (event.type().equals(LogSessionParsed.TYPE)) {
      sessions.take(json.readValue(event.payload(), LogSessionParsed.class));
    }
  }

  /** Informs the owner of the log, through report-service, that this session was not imported. */
  @Override
  @Transactional
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
                            + ".")));
  }
}

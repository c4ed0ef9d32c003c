package microstorm.idea.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.UUID;
import microstorm.messaging.inbox.IncomingEvent;

/** The part of a dead-lettered event that identifies its session. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ParsedSessionKey(UUID sessionId, UUID teamId, int logRevision) {

  static Optional<ParsedSessionKey> of(IncomingEvent event, ObjectMapper json) {
    if (!LogSessionParsed.TYPE.equals(event.type())) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(event.payload(), ParsedSessionKey.class))
          .filter(key -> key.sessionId != null && key.teamId != null);
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}

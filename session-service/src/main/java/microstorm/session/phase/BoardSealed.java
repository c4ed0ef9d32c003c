package microstorm.session.phase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What session-service needs of idea-service's event: which board takes nothing any more. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BoardSealed(UUID sessionId, Integer logRevision) {

  static final String TYPE = "microstorm.idea.board-sealed.v1";

  /** A board of a log comes with its session closed. */
  boolean isOfALog() {
    return logRevision != null;
  }
}

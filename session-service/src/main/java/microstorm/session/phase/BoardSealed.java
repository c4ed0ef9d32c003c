package microstorm.session.phase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** The part of idea-service's event that session-service needs: the sealed board. */
@JsonIgnoreProperties(ignoreUnknown = true)
record BoardSealed(UUID sessionId, Integer logRevision) {

  static final String TYPE = "microstorm.idea.board-sealed.v1";

  /** Whether the board comes from a log. The session of such a board is closed already. */
  boolean isOfALog() {
    return logRevision != null;
  }
}

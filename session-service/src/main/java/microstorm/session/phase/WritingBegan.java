package microstorm.session.phase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** The part of idea-service's event that session-service needs: somebody has written. */
@JsonIgnoreProperties(ignoreUnknown = true)
record WritingBegan(UUID sessionId) {

  static final String TYPE = "microstorm.idea.writing-began.v1";
}

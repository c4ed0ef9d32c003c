package microstorm.idea.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** The part of report-service's event that idea-service needs: a session of a deleted import. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LogSessionDeleted(UUID sessionId) {

  static final String TYPE = "microstorm.log.session-deleted.v1";
}

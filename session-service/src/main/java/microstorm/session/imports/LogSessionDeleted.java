package microstorm.session.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** The part of report-service's event that session-service needs: a session of a deleted import. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LogSessionDeleted(UUID sessionId, UUID teamId) {

  static final String TYPE = "microstorm.log.session-deleted.v1";
}

package microstorm.session.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The part of report-service's event that session-service needs: the session, without its board.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LogSessionParsed(
    UUID sessionId,
    UUID teamId,
    int logRevision,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    List<Person> participants) {

  static final String TYPE = "microstorm.log.session-parsed.v1";

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Person(UUID id, String name) {}
}

package microstorm.report.projection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The fields of session-service's events that the reports need, with one record per event type. */
final class SessionEvent {

  private SessionEvent() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamCreated(UUID teamId, String slug, String name) {
    static final String TYPE = "microstorm.team.created.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamChanged(UUID teamId, String name) {
    static final String TYPE = "microstorm.team.changed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamKeyRevoked(UUID keyId, Instant revokedAt) {
    static final String TYPE = "microstorm.team.key-revoked.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamDeleted(UUID teamId, Instant deletedAt) {
    static final String TYPE = "microstorm.team.deleted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Deleted(UUID sessionId, UUID teamId) {
    static final String TYPE = "microstorm.session.deleted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Planned(
      UUID sessionId,
      UUID teamId,
      Integer number,
      String title,
      String problem,
      String summary,
      LocalDate heldOn,
      Integer logRevision,
      Integer participants,
      JsonNode criteria,
      Instant plannedAt,
      String timeZone,
      String language,
      Instant quietUntil,
      Settings settings) {
    static final String TYPE = "microstorm.session.planned.v1";
    static final String CHANGED_TYPE = "microstorm.session.changed.v1";
  }

  /** Null for a session of a log. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Settings(boolean anonymous) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ParticipantJoined(
      UUID sessionId, UUID participantId, int position, String name, String role) {
    static final String TYPE = "microstorm.session.participant-joined.v1";
  }

  /** A participant leads the session from now on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ParticipantPromoted(UUID participantId) {
    static final String TYPE = "microstorm.session.participant-promoted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ParticipantLeft(UUID participantId, boolean tookPart) {
    static final String TYPE = "microstorm.session.participant-left.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReportAccessChanged(UUID sessionId, boolean observers, String readerCodeHash) {
    static final String TYPE = "microstorm.session.report-access-changed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Closed(UUID sessionId, Integer logRevision, Integer participants) {
    static final String TYPE = "microstorm.session.closed.v1";
  }

  /** The quiet phase of a session over days ends soon. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record QuietEndNear(UUID sessionId, Instant endsAt, int hoursLeft, int awaited, int notReady) {
    static final String TYPE = "microstorm.session.quiet-end-near.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ImportRefused(
      UUID sessionId, int logRevision, String reason, String code, UUID deadLetter) {
    static final String TYPE = "microstorm.session.import-refused.v1";
  }
}

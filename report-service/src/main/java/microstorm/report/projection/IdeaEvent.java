package microstorm.report.projection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The fields of idea-service's events that the reports need, with one record per event type. */
final class IdeaEvent {

  private IdeaEvent() {}

  /** JSON as the text of a column; null if there is no value. */
  static String text(JsonNode json) {
    return json == null || json.isNull() ? null : json.toString();
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TopicAdded(UUID sessionId, UUID topicId, UUID parentId, int position, String title) {
    static final String TYPE = "microstorm.idea.topic-added.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TopicMoved(UUID topicId, UUID parentId, int position) {
    static final String TYPE = "microstorm.idea.topic-moved.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TopicRenamed(UUID topicId, String title) {
    static final String TYPE = "microstorm.idea.topic-renamed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TopicRemoved(UUID topicId) {
    static final String TYPE = "microstorm.idea.topic-removed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Submitted(
      UUID sessionId,
      UUID ideaId,
      UUID topicId,
      UUID parentId,
      int position,
      String kind,
      String text,
      JsonNode comparison,
      Instant submittedAt,
      UUID authorId,
      Boolean shared,
      Integer room) {
    static final String TYPE = "microstorm.idea.submitted.v1";
    static final String SHARED_TYPE = "microstorm.idea.shared.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Edited(UUID ideaId, String text, JsonNode comparison) {
    static final String TYPE = "microstorm.idea.edited.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Moved(UUID ideaId, UUID topicId, UUID parentId, int position) {
    static final String TYPE = "microstorm.idea.moved.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawn(UUID ideaId) {
    static final String TYPE = "microstorm.idea.withdrawn.v1";
  }

  /** An idea that was taken down or redacted. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Removed(
      UUID sessionId,
      long seq,
      UUID ideaId,
      String text,
      int links,
      String removedBy,
      Instant removedAt) {
    static final String TAKEN_DOWN_TYPE = "microstorm.idea.taken-down.v1";
    static final String REDACTED_TYPE = "microstorm.idea.redacted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reinstated(
      UUID sessionId,
      long seq,
      UUID ideaId,
      String text,
      JsonNode comparison,
      int links,
      String reinstatedBy,
      Instant reinstatedAt) {
    static final String TYPE = "microstorm.idea.reinstated.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LinkAdded(
      UUID sessionId, UUID linkId, UUID ideaId, int position, String title, String url) {
    static final String TYPE = "microstorm.idea.link-added.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Grouped(UUID sessionId, UUID groupId, int position, String name, List<UUID> ideaIds) {
    static final String TYPE = "microstorm.idea.grouped.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record GroupRemoved(UUID groupId) {
    static final String TYPE = "microstorm.idea.group-removed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record VotesCounted(UUID sessionId, List<Votes> votes, List<Marks> marks) {
    static final String TYPE = "microstorm.idea.votes-counted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Votes(UUID ideaId, int votes) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Marks(UUID ideaId, UUID criterionId, double mean, int count) {}

  /**
   * An action that was added or changed. {@code carriedFrom} marks a copy that an earlier version
   * of idea-service made of an action of an earlier session.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Action(
      UUID sessionId,
      UUID actionId,
      UUID ideaId,
      String text,
      String owner,
      LocalDate dueOn,
      String state,
      UUID carriedFrom,
      UUID finishedIn,
      Instant finishedAt) {
    static final String ADDED_TYPE = "microstorm.idea.action-added.v1";
    static final String CHANGED_TYPE = "microstorm.idea.action-changed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ActionRemoved(UUID actionId) {
    static final String TYPE = "microstorm.idea.action-removed.v1";
    static final String OF_TEAM_TYPE = "microstorm.idea.team-action-removed.v1";
  }

  /** An action whose session was deleted. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamAction(
      UUID teamId,
      UUID actionId,
      String text,
      String owner,
      LocalDate dueOn,
      String state,
      UUID finishedIn,
      Instant finishedAt) {
    static final String TYPE = "microstorm.idea.team-action-changed.v1";
  }

  /** The actions of other sessions that a session showed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ActionsShown(UUID sessionId, List<UUID> actionIds) {
    static final String TYPE = "microstorm.idea.actions-shown.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record BoardSealed(
      UUID sessionId,
      long seq,
      Integer logRevision,
      int topics,
      int ideas,
      int links,
      int groups,
      int actions,
      Integer writers,
      Integer hints) {
    static final String TYPE = "microstorm.idea.board-sealed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ImportRefused(
      UUID sessionId, int logRevision, String reason, String code, UUID deadLetter) {
    static final String TYPE = "microstorm.idea.import-refused.v1";
  }
}

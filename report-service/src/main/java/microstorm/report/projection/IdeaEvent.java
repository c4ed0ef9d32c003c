package microstorm.report.projection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What the reports need of idea-service's events, a record an event type. */
final class IdeaEvent {

  private IdeaEvent() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TopicAdded(UUID sessionId, UUID topicId, UUID parentId, int position, String title) {
    static final String TYPE = "microstorm.idea.topic-added.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TopicMoved(UUID topicId, UUID parentId, int position) {
    static final String TYPE = "microstorm.idea.topic-moved.v1";
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
      String text) {
    static final String TYPE = "microstorm.idea.submitted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Moved(UUID ideaId, UUID topicId, UUID parentId, int position) {
    static final String TYPE = "microstorm.idea.moved.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawn(UUID ideaId) {
    static final String TYPE = "microstorm.idea.withdrawn.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LinkAdded(
      UUID sessionId, UUID linkId, UUID ideaId, int position, String title, String url) {
    static final String TYPE = "microstorm.idea.link-added.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record BoardSealed(
      UUID sessionId, long seq, Integer logRevision, int topics, int ideas, int links) {
    static final String TYPE = "microstorm.idea.board-sealed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ImportRefused(UUID sessionId, int logRevision, String reason) {
    static final String TYPE = "microstorm.idea.import-refused.v1";
  }
}

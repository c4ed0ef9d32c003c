package microstorm.idea.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import microstorm.idea.idea.Idea;
import microstorm.idea.link.Links;
import microstorm.idea.topic.Topic;

/** The part of report-service's event that idea-service needs: the board of the session. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LogSessionParsed(
    UUID sessionId,
    UUID teamId,
    int logRevision,
    List<ParsedTopic> topics,
    List<ParsedIdea> ideas) {

  static final String TYPE = "microstorm.log.session-parsed.v1";

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ParsedTopic(UUID id, UUID parentId, int position, String title) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ParsedIdea(UUID id, UUID topicId, UUID parentId, int position, String kind, String text) {}

  /** The content of the board, with the links in its texts. */
  BoardContent content() {
    return new BoardContent(
        topics.stream()
            .map(topic -> new Topic(topic.id, topic.parentId, topic.position, topic.title))
            .toList(),
        ideas.stream()
            .map(
                idea ->
                    new Idea(
                        idea.id, idea.topicId, idea.parentId, idea.position, idea.kind, idea.text))
            .toList(),
        ideas.stream().flatMap(idea -> Links.in(idea.id, List.of(idea.text)).stream()).toList());
  }
}

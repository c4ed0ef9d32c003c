package microstorm.idea.topic;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.board.ShortText;

/**
 * A topic that somebody wants to put up.
 *
 * @param id chosen by the client, so that a retry cannot double it; one is made when it is left out
 * @param parentId the topic it is to be part of; left out for the top
 */
public record AddTopic(UUID id, @NotNull @ShortText String title, UUID parentId) {

  /** Whether a topic has just these contents. */
  boolean isOf(Topic topic) {
    return topic.title().equals(title.strip()) && Objects.equals(topic.parentId(), parentId);
  }
}

package microstorm.idea.topic;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.text.ShortText;

/**
 * A new topic.
 *
 * @param id chosen by the client, so that a retry does not add it twice; generated when absent
 * @param parentId the topic that will contain it; absent for the top level
 */
public record AddTopic(UUID id, @NotNull @ShortText String title, UUID parentId) {

  /** Whether a topic has exactly this content. */
  boolean isOf(Topic topic) {
    return topic.title().equals(title.strip()) && Objects.equals(topic.parentId(), parentId);
  }
}

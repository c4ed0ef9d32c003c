package microstorm.idea.topic;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.text.ShortText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to add a topic. */
@Schema(description = "A new topic.")
public record AddTopic(
    @Schema(
            description =
                "An id that the client chooses, so that a repeated request does not add the topic"
                    + " twice. The service chooses one if it is absent.")
        UUID id,
    @Schema(description = "The title, one line.", maxLength = 200, examples = "Ways to learn")
        @NotNull
        @ShortText
        String title,
    @Schema(description = "The topic that will contain the new one; absent for the top level.")
        UUID parentId) {

  /** Whether a topic has exactly this content. */
  boolean isOf(Topic topic) {
    return topic.title().equals(title.strip()) && Objects.equals(topic.parentId(), parentId);
  }
}

package microstorm.idea.topic;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A topic of a board. */
@Schema(description = "A topic: a heading on the board. Topics can contain ideas and topics.")
public record Topic(
    @Schema(description = "The id of the topic.") UUID id,
    @Schema(description = "The topic that contains this one; absent on the top level.")
        @Nullable UUID parentId,
    @Schema(
            description =
                "The place among the topics and ideas of the board. Only the order of positions has"
                    + " a meaning.",
            minimum = "0",
            examples = "12")
        int position,
    @Schema(description = "The title, one line.", maxLength = 200, examples = "Ways to learn")
        String title) {

  /** The same topic in another place. */
  Topic at(UUID otherParentId, int otherPosition) {
    return new Topic(id, otherParentId, otherPosition, title);
  }
}

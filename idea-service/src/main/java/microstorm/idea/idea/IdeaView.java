package microstorm.idea.idea;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.idea.event.Comparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An idea as people see it.
 *
 * @param topicId the topic of the idea; null when it has none
 * @param parentId the idea that it builds on; null when there is none
 * @param position the place among all topics and ideas of the board
 * @param kind idea, quote, reference, note or comparison
 * @param text the author's text in Markdown
 * @param authorId the author; null in an anonymous session
 * @param submittedAt the time of writing; absent in an anonymous session
 * @param editedAt the time of the last change of the text; absent in an anonymous session
 * @param shared false while only its author can see it
 * @param mine true for the author, otherwise absent
 * @param links the links in the text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdeaView(
    UUID id,
    UUID topicId,
    UUID parentId,
    int position,
    String kind,
    String text,
    Comparison comparison,
    UUID authorId,
    UUID groupId,
    @Schema(description = WITHHELD) Instant submittedAt,
    @Schema(description = WITHHELD) Instant editedAt,
    boolean shared,
    @Schema(nullable = true) Boolean mine,
    List<LinkView> links) {

  private static final String WITHHELD = "Absent in an anonymous session.";

  /** A link in the text of an idea. */
  public record LinkView(String title, String url) {}

  /** The same idea as its author sees it. */
  public IdeaView asMine() {
    return new IdeaView(
        id,
        topicId,
        parentId,
        position,
        kind,
        text,
        comparison,
        authorId,
        groupId,
        submittedAt,
        editedAt,
        shared,
        true,
        links);
  }
}

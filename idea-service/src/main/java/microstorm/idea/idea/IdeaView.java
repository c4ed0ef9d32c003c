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
 * @param topicId the topic it belongs to; null when it belongs to none
 * @param parentId the idea it builds on; null when it stands alone
 * @param position its place among all topics and ideas of the board
 * @param kind idea, quote, reference, note or comparison
 * @param text the author's words, Markdown
 * @param authorId who wrote it; null when nobody stored that
 * @param submittedAt when it was written; left out in an anonymous session
 * @param editedAt when its words were changed last; left out in an anonymous session
 * @param shared false while only its author can see it
 * @param mine true for its author, else left out
 * @param links the web pages that its text names
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

  private static final String WITHHELD = "Left out in an anonymous session.";

  /** A web page. */
  public record LinkView(String title, String url) {}

  /** The same, as its author sees it. */
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

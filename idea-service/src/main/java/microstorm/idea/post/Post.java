package microstorm.idea.post;

import java.util.List;
import java.util.UUID;
import microstorm.idea.event.Comparison;
import microstorm.idea.hint.Hints;
import microstorm.idea.link.Link;
import microstorm.idea.viewer.Viewer;

/**
 * A request to post an idea after all checks that need no database.
 *
 * @param choosesId whether the client chose the id
 * @param links the links in the text
 * @param hints the hints for the author when the text reads like praise or criticism
 */
record Post(
    UUID sessionId,
    Viewer author,
    UUID id,
    boolean choosesId,
    String text,
    UUID topicId,
    UUID parentId,
    String kind,
    Comparison comparison,
    List<Link> links,
    Hints hints) {

  /** The hash that proves authorship of the idea. */
  byte[] editHash() {
    return author.key().hashFor(id);
  }

  /** The hash by which the author is counted; it does not identify a person. */
  byte[] writerHash() {
    return author.key().hashFor(sessionId);
  }
}

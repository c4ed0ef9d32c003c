package microstorm.idea.post;

import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.Comparison;
import microstorm.idea.hint.Hint;
import microstorm.idea.link.Link;

/**
 * A checked request to put up an idea; everything that needs no database is done.
 *
 * @param links the web pages that the text names
 * @param hint what the author is told when the words read like praise or criticism; null: nothing
 */
record Post(
    UUID sessionId,
    Viewer author,
    UUID id,
    String text,
    UUID topicId,
    UUID parentId,
    String kind,
    Comparison comparison,
    List<Link> links,
    Hint hint) {

  /** What authorship of it is checked against. */
  byte[] editHash() {
    return author.key().hashFor(id);
  }

  /** What its author is counted by, which leads to nobody. */
  byte[] writerHash() {
    return author.key().hashFor(sessionId);
  }
}

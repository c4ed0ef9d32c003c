package microstorm.idea.idea;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Change.Authorship;
import microstorm.idea.event.Comparison;
import org.jdbi.v3.json.Json;

/** An idea's row. */
public record StoredIdea(
    UUID id,
    UUID sessionId,
    UUID topicId,
    UUID parentId,
    int position,
    String kind,
    String text,
    @Json Comparison comparison,
    UUID authorId,
    UUID groupId,
    byte[] editHash,
    Instant submittedAt,
    Instant editedAt,
    boolean shared,
    boolean withdrawn,
    int depth,
    long seq) {

  /** What its author can be recognised by. */
  public Authorship authorship() {
    return new Authorship(id, editHash, shared);
  }

  /** What is told of it. */
  public IdeaView view(List<IdeaView.LinkView> links) {
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
        null,
        links);
  }
}

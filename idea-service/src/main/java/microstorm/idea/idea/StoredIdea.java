package microstorm.idea.idea;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Change.Authorship;
import microstorm.idea.event.Comparison;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.json.Json;

/**
 * An idea's row.
 *
 * @param submittedAt null in an anonymous session, where the time of {@code editedAt} means nothing
 *     but that the idea was edited
 */
public record StoredIdea(
    UUID id,
    UUID sessionId,
    UUID topicId,
    UUID parentId,
    int position,
    String kind,
    String text,
    Comparison comparison,
    UUID authorId,
    UUID groupId,
    byte[] editHash,
    Instant submittedAt,
    Instant editedAt,
    boolean shared,
    boolean withdrawn,
    int depth,
    long seq) {

  /**
   * The columns of a row. By name, here as everywhere: a statement that is prepared for all columns
   * fails when the next version adds one.
   */
  static final String COLUMNS =
      """
      idea.id, idea.session_id, idea.topic_id, idea.parent_id, idea.position, idea.kind, idea.text,
        idea.comparison, idea.author_id, idea.group_id, idea.edit_hash, idea.submitted_at,
        idea.edited_at, idea.shared, idea.withdrawn, idea.depth, idea.seq
      """;

  private static final QualifiedType<Comparison> COMPARISON =
      QualifiedType.of(Comparison.class).with(Json.class);

  /**
   * Reads a row with these columns. By hand, since every board and every change that is watched is
   * read by it: a mapper by reflection took a quarter of the reader's time.
   */
  static StoredIdea of(ResultSet row, StatementContext context) throws SQLException {
    return new StoredIdea(
        row.getObject("id", UUID.class),
        row.getObject("session_id", UUID.class),
        row.getObject("topic_id", UUID.class),
        row.getObject("parent_id", UUID.class),
        row.getInt("position"),
        row.getString("kind"),
        row.getString("text"),
        comparison(row, context),
        row.getObject("author_id", UUID.class),
        row.getObject("group_id", UUID.class),
        row.getBytes("edit_hash"),
        instant(row, "submitted_at"),
        instant(row, "edited_at"),
        row.getBoolean("shared"),
        row.getBoolean("withdrawn"),
        row.getInt("depth"),
        row.getLong("seq"));
  }

  private static Comparison comparison(ResultSet row, StatementContext context)
      throws SQLException {
    return row.getString("comparison") == null
        ? null
        : context.findColumnMapperFor(COMPARISON).orElseThrow().map(row, "comparison", context);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

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
        submittedAt == null ? null : editedAt,
        shared,
        null,
        links);
  }
}

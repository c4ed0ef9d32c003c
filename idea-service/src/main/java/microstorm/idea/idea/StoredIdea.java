package microstorm.idea.idea;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Change.Authorship;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.event.Comparison;
import microstorm.idea.idea.IdeaView.Removal;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.json.Json;

/**
 * An idea as it is stored in its row.
 *
 * @param idea the place and the text
 * @param groupId the affinity group of the idea; null when there is none
 * @param removal how somebody who leads the session removed the idea; null if nobody did. Its text
 *     is then a placeholder
 * @param depth the level of the idea: 1 without a parent
 * @param mark the room of the idea
 * @param seq the number of the last change
 */
public record StoredIdea(
    UUID sessionId,
    Idea idea,
    Comparison comparison,
    UUID groupId,
    Origin origin,
    boolean shared,
    boolean withdrawn,
    Removal removal,
    int depth,
    RoomMark mark,
    long seq) {

  /**
   * The author and the times of an idea.
   *
   * @param authorId null in an anonymous session
   * @param editHash proves authorship together with the author's key
   * @param submittedAt null in an anonymous session, in which {@code editedAt} only shows that the
   *     idea was edited
   * @param editedAt null until the text is changed
   */
  public record Origin(UUID authorId, byte[] editHash, Instant submittedAt, Instant editedAt) {}

  /**
   * The columns of a row, by name as everywhere: a statement that was prepared for all columns
   * fails when the next version adds one.
   */
  public static final String COLUMNS =
      """
      idea.id, idea.session_id, idea.topic_id, idea.parent_id, idea.position, idea.kind, idea.text,
        idea.comparison, idea.author_id, idea.group_id, idea.edit_hash, idea.submitted_at,
        idea.edited_at, idea.shared, idea.withdrawn, idea.removal, idea.depth,
        idea.room, idea.seen_in, idea.seq
      """;

  private static final QualifiedType<Comparison> COMPARISON =
      QualifiedType.of(Comparison.class).with(Json.class);

  /**
   * Reads a row with these columns. It is written by hand because it reads every board and every
   * watched change: a mapper based on reflection took a quarter of the reader's time.
   */
  static StoredIdea of(ResultSet row, StatementContext context) throws SQLException {
    return of(row, comparison(row, context));
  }

  /** Reads a row with these columns, except for the comparison. */
  public static StoredIdea of(ResultSet row, Comparison comparison) throws SQLException {
    Idea idea =
        new Idea(
            row.getObject("id", UUID.class),
            row.getObject("topic_id", UUID.class),
            row.getObject("parent_id", UUID.class),
            row.getInt("position"),
            row.getString("kind"),
            row.getString("text"));
    Origin origin =
        new Origin(
            row.getObject("author_id", UUID.class),
            row.getBytes("edit_hash"),
            instant(row, "submitted_at"),
            instant(row, "edited_at"));
    return new StoredIdea(
        row.getObject("session_id", UUID.class),
        idea,
        comparison,
        row.getObject("group_id", UUID.class),
        origin,
        row.getBoolean("shared"),
        row.getBoolean("withdrawn"),
        Removal.of(row.getString("removal")),
        row.getInt("depth"),
        new RoomMark(row.getObject("room", Integer.class), row.getObject("seen_in", Integer.class)),
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

  public UUID id() {
    return idea.id();
  }

  public UUID topicId() {
    return idea.topicId();
  }

  public UUID parentId() {
    return idea.parentId();
  }

  public int position() {
    return idea.position();
  }

  public String text() {
    return idea.text();
  }

  public boolean isOn(UUID board) {
    return sessionId.equals(board);
  }

  public boolean isBy(Viewer viewer) {
    return viewer.wrote(id(), origin.editHash);
  }

  /** The room of the idea; null without one. */
  public Integer room() {
    return mark.room();
  }

  /** The only room that sees the idea; null when every room does. */
  public Integer seenIn() {
    return mark.seenIn();
  }

  /** Whether everybody on the board may see the idea, so that other services may get it. */
  public boolean isPublic() {
    return shared && mark.seenIn() == null;
  }

  /** Whether this person may see the idea. */
  public boolean isSeenBy(Viewer viewer, RoomAccess access) {
    return (shared || isBy(viewer)) && access.sees(mark.seenIn());
  }

  /** Whether everybody who sees this idea also sees the other one. */
  boolean canBuildOn(StoredIdea other) {
    return other.seenIn() == null || other.seenIn().equals(seenIn());
  }

  /** Whether the idea was written while the session was anonymous. */
  boolean hasNoAuthor() {
    return origin.authorId == null;
  }

  /** Whether the text was changed since it was posted. */
  public boolean isEdited() {
    return origin.editedAt != null || removal != null;
  }

  /**
   * Checks that nobody removed the content of the idea.
   *
   * @throws ProblemException 409 idea-removed
   */
  public void requireContent() {
    if (removal != null) {
      throw BoardProblem.IDEA_REMOVED.exception();
    }
  }

  /**
   * Whether the idea was changed, moved or grouped since it was posted or shared. Every change
   * gives it a new number, while its position stays the first number.
   */
  public boolean isChanged() {
    return BoardClock.position(seq) != position();
  }

  /** The owner of the idea for the live stream. */
  public Authorship authorship() {
    return new Authorship(id(), origin.editHash, shared);
  }

  /** The idea as everybody except its author sees it. */
  public IdeaView view(List<IdeaView.LinkView> links) {
    return new IdeaView(
        idea.id(),
        idea.topicId(),
        idea.parentId(),
        idea.position(),
        idea.kind(),
        idea.text(),
        comparison,
        removal == null ? origin.authorId : null,
        groupId,
        origin.submittedAt,
        origin.submittedAt == null ? null : origin.editedAt,
        shared,
        shared ? mark.room() : null,
        removal,
        null,
        links);
  }
}

package microstorm.idea.idea;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Change;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Rooms;
import microstorm.idea.link.Link;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the ideas that one person may see. Reads no hidden ideas of others, because the time of an
 * answer would show how many there are.
 */
@ApplicationScoped
public class VisibleIdeas {

  /** The session of an idea that has no slot; the expression of an index. */
  static final String OPEN =
      "(case when idea.shared or idea.slot is null then idea.session_id end)";

  private static final String VISIBLE =
      """
      select %1$s from idea %3$s where %2$s = :session and idea.seq > :seq
      union all
      select %1$s from idea %3$s where idea.slot = any(:own) and not idea.shared and idea.seq > :seq
      """;

  static final String IDEAS =
      "select * from (%s) as visible order by position, id"
          .formatted(VISIBLE.formatted(StoredIdea.COLUMNS, OPEN, ""));

  static final String LINKS =
      "select * from (%s) as visible order by position"
          .formatted(
              VISIBLE.formatted(
                  "link.id, link.idea_id, link.position, link.title, link.url",
                  OPEN,
                  "join link on link.idea_id = idea.id"));

  /**
   * In addition to its text, an idea as JSON has some 400 bytes of ids and names, and its links.
   */
  static final String BYTES =
      """
      select coalesce(sum(400 + octet_length(text) + coalesce(pg_column_size(comparison), 0)
        + 250 * (select count(*) from link where link.idea_id = visible.id)), 0)
      from (%s) as visible
      """
          .formatted(VISIBLE.formatted("idea.id, idea.text, idea.comparison", OPEN, ""));

  private static final String LAST_IN_SLOTS = "select max(seq) from idea where slot = any(:own)";

  private static final String LAST_IN_ROOMS =
      """
      select max(seq) from idea
      where session_id = :session and seen_in is not null and (:all or seen_in = :room)
      """;

  /** The previous version writes hidden ideas without a slot. */
  static final String HIDDEN_WITHOUT_SLOT =
      """
      select id, edit_hash, seq from idea
      where %s = :session and not shared order by seq desc
      """
          .formatted(OPEN);

  private final Jdbi database;
  private final Boards boards;
  private final OwnSlots slots;
  private final Rooms rooms;

  VisibleIdeas(Jdbi database, Boards boards, OwnSlots slots, Rooms rooms) {
    this.rooms = rooms;
    this.database = database;
    this.boards = boards;
    this.slots = slots;
  }

  /**
   * The approximate size in bytes of the ideas that this person sees and that changed after a
   * number, or of {@link Ideas#ALL}.
   *
   * @throws ProblemException 404 when there is no board
   */
  public long bytes(UUID sessionId, Viewer viewer, long after) {
    Board board = boards.find(sessionId).orElseThrow(() -> ProblemException.notFound("board"));
    List<UUID> own = slots.of(board, viewer);
    return database.withHandle(
        handle ->
            handle
                .createQuery(BYTES)
                .bind("session", sessionId)
                .bind("seq", after)
                .bindArray("own", UUID.class, own)
                .mapTo(Long.class)
                .one());
  }

  /** The ideas that this person may see, in the order of the board. */
  public List<IdeaView> of(Board board, Viewer viewer) {
    List<IdeaView> seen = new ArrayList<>();
    List<UUID> own = slots.of(board, viewer);
    RoomAccess access = rooms.accessOf(board, viewer);
    Map<UUID, List<Link>> links = links(board, own, Ideas.ALL);
    for (StoredIdea idea : ideas(board, own, Ideas.ALL)) {
      boolean mine = idea.isBy(viewer);
      if (!idea.withdrawn() && (mine || idea.shared()) && access.sees(idea.seenIn())) {
        IdeaView view = idea.view(Ideas.views(links.getOrDefault(idea.id(), List.of())));
        seen.add(mine ? view.asMine() : view);
      }
    }
    return seen;
  }

  /** The changes that this person may see after a number. */
  List<Change> since(Board board, Viewer viewer, long seq) {
    List<UUID> own = slots.of(board, viewer);
    RoomAccess access = rooms.accessOf(board, viewer);
    List<StoredIdea> changed = ideas(board, own, seq);
    Map<UUID, List<Link>> links = changed.isEmpty() ? Map.of() : links(board, own, seq);
    return changed.stream()
        .map(idea -> Ideas.change(idea, links.getOrDefault(idea.id(), List.of())))
        .filter(change -> change.isSeenBy(viewer, access))
        .toList();
  }

  /** The number of the last change of this person's hidden ideas; 0 when there is none. */
  long lastHidden(Board board, Viewer viewer) {
    List<UUID> own = slots.of(board, viewer);
    long inSlots =
        database.withHandle(
            handle ->
                handle
                    .createQuery(LAST_IN_SLOTS)
                    .bindArray("own", UUID.class, own)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L));
    return Math.max(inSlots, lastWithoutSlot(board, viewer));
  }

  /** The number of the last change of the ideas of rooms that this person sees; 0 without one. */
  long lastInRooms(Board board, Viewer viewer) {
    RoomAccess access = rooms.accessOf(board, viewer);
    return database.withHandle(
        handle ->
            handle
                .createQuery(LAST_IN_ROOMS)
                .bind("all", access.all())
                .bind("session", board.sessionId())
                .bind("room", access.room())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  private long lastWithoutSlot(Board board, Viewer viewer) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(HIDDEN_WITHOUT_SLOT)
                .bind("session", board.sessionId())
                .map(
                    (row, context) ->
                        viewer.wrote(row.getObject("id", UUID.class), row.getBytes("edit_hash"))
                            ? row.getLong("seq")
                            : 0)
                .filter(seq -> seq > 0)
                .findFirst()
                .orElse(0L));
  }

  private List<StoredIdea> ideas(Board board, List<UUID> own, long seq) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(IDEAS)
                .bind("session", board.sessionId())
                .bind("seq", seq)
                .bindArray("own", UUID.class, own)
                .map(StoredIdea::of)
                .list());
  }

  private Map<UUID, List<Link>> links(Board board, List<UUID> own, long seq) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(LINKS)
                .bind("session", board.sessionId())
                .bind("seq", seq)
                .bindArray("own", UUID.class, own)
                .map(Link::of)
                .collect(groupingBy(Link::ideaId)));
  }
}

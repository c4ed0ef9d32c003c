package microstorm.idea.idea;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.Board;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RemovedItem;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Rooms;
import microstorm.idea.link.Link;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;

/** Reads the ideas of boards and their changes. */
@ApplicationScoped
public class Ideas implements Changes {

  /** The number that comes before all changes of a board. */
  public static final long ALL = -1;

  private static final String SELECT =
      "select " + StoredIdea.COLUMNS + " from idea where session_id = ? ";
  private static final String SELECT_LINKS =
      """
      select id, idea_id, position, title, url from link
      where idea_id = any(:ids) order by idea_id, position
      """;

  /** The changes that a live stream reads at once; more of them could exhaust the memory. */
  private static final int MOST = 200;

  private static final String NEXT =
      "and seq > ? order by seq fetch first %d rows with ties".formatted(MOST);

  private final Jdbi database;
  private final VisibleIdeas visible;
  private final Rooms rooms;

  Ideas(Jdbi database, VisibleIdeas visible, Rooms rooms) {
    this.rooms = rooms;
    this.database = database;
    this.visible = visible;
  }

  /**
   * An idea that this person may see.
   *
   * @throws ProblemException 404 when there is none; a hidden idea looks absent to everybody but
   *     its author, and an idea of a room to the other rooms
   */
  public StoredIdea seen(Viewer viewer, UUID sessionId, UUID id) {
    return find(viewer, sessionId, id).orElseThrow(() -> ProblemException.notFound("idea"));
  }

  /** The same, with a refusal that is retryable while the idea may still be hidden. */
  StoredIdea seen(Viewer viewer, Board board, UUID id) {
    return find(viewer, board.sessionId(), id).orElseThrow(() -> board.unseen("idea"));
  }

  /**
   * Checks that this person may know about an idea, even if it was withdrawn.
   *
   * @throws ProblemException 404 when there is none, or when it is another person's and hidden, or
   *     in another room
   */
  public void checkKnown(Viewer viewer, UUID sessionId, UUID id) {
    known(viewer, sessionId, id).orElseThrow(() -> ProblemException.notFound("idea"));
  }

  private Optional<StoredIdea> find(Viewer viewer, UUID sessionId, UUID id) {
    return known(viewer, sessionId, id).filter(idea -> !idea.withdrawn());
  }

  /** An idea that this person may know about, withdrawn or not. */
  Optional<StoredIdea> known(Viewer viewer, UUID sessionId, UUID id) {
    return find(sessionId, id).filter(idea -> idea.isSeenBy(viewer, accessTo(idea, viewer)));
  }

  /** Most ideas are in no room; for them no seat is read. */
  private RoomAccess accessTo(StoredIdea idea, Viewer viewer) {
    Integer own = idea.seenIn() == null ? null : rooms.placeOf(idea.sessionId(), viewer).number();
    return RoomAccess.of(viewer, own);
  }

  /** An idea of the board, hidden or not. */
  public Optional<StoredIdea> find(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle.select(SELECT + "and id = ?", sessionId, id).map(StoredIdea::of).findOne());
  }

  /** An idea as this person sees it. */
  public IdeaView view(Viewer viewer, StoredIdea idea) {
    IdeaView view =
        idea.view(
            database.withHandle(
                handle ->
                    handle
                        .select(
                            "select title, url from link where idea_id = ? order by position",
                            idea.id())
                        .map(RecordMapper.of(IdeaView.LinkView.class))
                        .list()));
    return idea.isBy(viewer) ? view.asMine() : view;
  }

  @Override
  public String condition() {
    return Changes.in("idea");
  }

  @Override
  public String lastOpen() {
    return "(select max(seq) from idea where %s = board.session_id and shared and seen_in is null)"
        .formatted(VisibleIdeas.OPEN);
  }

  @Override
  public long lastOwn(Board board, Viewer viewer) {
    if (board.isSplit()) {
      return visible.lastInRooms(board, viewer);
    }
    return board.phase().hidesIdeas() ? visible.lastHidden(board, viewer) : 0;
  }

  @Override
  public List<Change> seenSince(Board board, Viewer viewer, long seq) {
    return visible.since(board, viewer, seq);
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    List<StoredIdea> changed = changedSince(sessionId, seq);
    if (changed.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Link>> links = linksOf(changed.stream().map(StoredIdea::id).toList());
    return changed.stream()
        .map(idea -> change(idea, links.getOrDefault(idea.id(), List.of())))
        .toList();
  }

  /** The change of an idea, as the live stream publishes it. */
  public static Change change(StoredIdea idea, List<Link> links) {
    return idea.withdrawn()
        ? change(idea, ChangeType.IDEA_WITHDRAWN, new RemovedItem(idea.id()))
        : change(idea, ChangeType.IDEA, idea.view(views(links)));
  }

  private static Change change(StoredIdea idea, ChangeType type, Object data) {
    return new Change(idea.seq(), type, data, idea.authorship(), idea.seenIn());
  }

  /** The hidden ideas of a board. */
  List<StoredIdea> hidden(UUID sessionId) {
    return select(sessionId, "and not shared and not withdrawn");
  }

  /** The ideas of a board that only one room sees. */
  List<StoredIdea> inRooms(UUID sessionId) {
    return select(sessionId, "and seen_in is not null and not withdrawn");
  }

  private List<StoredIdea> changedSince(UUID sessionId, long seq) {
    return database.withHandle(
        handle -> handle.select(SELECT + NEXT, sessionId, seq).map(StoredIdea::of).list());
  }

  private List<StoredIdea> select(UUID sessionId, String condition) {
    return database.withHandle(
        handle -> handle.select(SELECT + condition, sessionId).map(StoredIdea::of).list());
  }

  static List<IdeaView.LinkView> views(List<Link> links) {
    return links.stream().map(link -> new IdeaView.LinkView(link.title(), link.url())).toList();
  }

  /** The links of these ideas, in their order. */
  Map<UUID, List<Link>> linksOf(List<UUID> ids) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(SELECT_LINKS)
                .bindArray("ids", UUID.class, ids)
                .map(Link::of)
                .collect(groupingBy(Link::ideaId)));
  }
}

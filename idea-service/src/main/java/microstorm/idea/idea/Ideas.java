package microstorm.idea.idea;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Change;
import microstorm.idea.board.Changes;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaShared;
import microstorm.idea.link.Link;
import microstorm.messaging.Outbox;
import microstorm.web.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The ideas of boards: what is there, what changed, and the end of silence. */
@ApplicationScoped
public class Ideas implements Changes {

  private static final String SELECT =
      "select " + StoredIdea.COLUMNS + " from idea where session_id = ? ";
  private static final String SELECT_LINKS =
      """
      select link.id, link.idea_id, link.position, link.title, link.url
      from link join idea on idea.id = link.idea_id
      where idea.session_id = ? and idea.seq > ? order by link.position
      """;

  /** Beside the words, an idea as JSON has some 400 bytes of ids and names. */
  private static final String SELECT_BYTES =
      """
      select coalesce(sum(400 + octet_length(text) + coalesce(pg_column_size(comparison), 0)), 0)
      from idea where session_id = ? and seq > ?
      """;

  private final Jdbi database;
  private final Boards boards;
  private final IdeaTable table;
  private final Outbox outbox;
  private final SecureRandom chance = new SecureRandom();

  Ideas(Jdbi database, Boards boards, IdeaTable table, Outbox outbox) {
    this.database = database;
    this.boards = boards;
    this.table = table;
    this.outbox = outbox;
  }

  /**
   * How many bytes the ideas of a board take, about, that changed after a number; -1: all of them.
   */
  public long bytes(UUID sessionId, long after) {
    return database.withHandle(
        handle -> handle.select(SELECT_BYTES, sessionId, after).mapTo(Long.class).one());
  }

  /** What this person may see, in the order of the board. */
  public List<IdeaView> seenBy(Viewer viewer, UUID sessionId) {
    Map<UUID, List<Link>> links = linksByIdea(sessionId, -1);
    List<IdeaView> seen = new ArrayList<>();
    for (StoredIdea idea : select(sessionId, "and not withdrawn order by position, id")) {
      boolean mine = idea.isBy(viewer);
      if (mine || idea.shared()) {
        IdeaView view = idea.view(views(links.getOrDefault(idea.id(), List.of())));
        seen.add(mine ? view.asMine() : view);
      }
    }
    return seen;
  }

  /**
   * An idea that this person may see.
   *
   * @throws ProblemException 404 when there is none: what is not shared looks absent to all but its
   *     author
   */
  public StoredIdea seen(Viewer viewer, UUID sessionId, UUID id) {
    return find(viewer, sessionId, id).orElseThrow(() -> ProblemException.notFound("idea"));
  }

  /** The same for what comes too early while the idea is hidden and is tried again then. */
  StoredIdea seen(Viewer viewer, Board board, UUID id) {
    return find(viewer, board.sessionId(), id).orElseThrow(() -> board.unseen("idea"));
  }

  private Optional<StoredIdea> find(Viewer viewer, UUID sessionId, UUID id) {
    return find(sessionId, id)
        .filter(idea -> !idea.withdrawn())
        .filter(idea -> idea.shared() || idea.isBy(viewer));
  }

  /** An idea of the board, whoever may see it. */
  Optional<StoredIdea> find(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle.select(SELECT + "and id = ?", sessionId, id).map(StoredIdea::of).findOne());
  }

  /** An idea as this person sees it. */
  IdeaView view(Viewer viewer, StoredIdea idea) {
    IdeaView view =
        idea.view(
            database.withHandle(
                handle ->
                    handle
                        .select(
                            "select title, url from link where idea_id = ? order by position",
                            idea.id())
                        .map(ConstructorMapper.of(IdeaView.LinkView.class))
                        .list()));
    return idea.isBy(viewer) ? view.asMine() : view;
  }

  @Override
  public String condition() {
    return Changes.in("idea");
  }

  @Override
  public String lastOpen() {
    return "(select max(seq) from idea where session_id = board.session_id and shared)";
  }

  @Override
  public long lastOwn(Board board, Viewer viewer) {
    return board.phase() == Phase.QUIET ? lastHidden(board.sessionId(), viewer) : 0;
  }

  private long lastHidden(UUID sessionId, Viewer viewer) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select id, edit_hash, seq from idea
                    where session_id = ? and not shared order by seq desc
                    """,
                    sessionId)
                .map(
                    (row, context) ->
                        viewer.wrote(row.getObject("id", UUID.class), row.getBytes("edit_hash"))
                            ? row.getLong("seq")
                            : 0)
                .filter(seq -> seq > 0)
                .findFirst()
                .orElse(0L));
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    List<StoredIdea> changed = changedSince(sessionId, seq);
    if (changed.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Link>> links = linksByIdea(sessionId, seq);
    return changed.stream()
        .map(idea -> change(idea, links.getOrDefault(idea.id(), List.of())))
        .toList();
  }

  /** What is told of an idea that changed. */
  public static Change change(StoredIdea idea, List<Link> links) {
    return idea.withdrawn()
        ? new Change(idea.seq(), "idea-withdrawn", Map.of("id", idea.id()), idea.authorship())
        : new Change(idea.seq(), "idea", idea.view(views(links)), idea.authorship());
  }

  /**
   * Shows everything that was written in silence, each idea with the next number of the board,
   * which is its position too. In an anonymous session chance orders the ideas: the order of
   * writing, beside the order in which people became ready, would tell authors.
   */
  public void share(Board board) {
    UUID sessionId = board.sessionId();
    List<StoredIdea> silent = select(sessionId, "and not shared and not withdrawn");
    if (silent.isEmpty()) {
      return;
    }
    order(silent, board.anonymous());
    Map<UUID, List<Link>> links = linksByIdea(sessionId, -1);
    long first = boards.advance(sessionId, silent.size()) - silent.size() + 1;
    List<BoardEvent> events = new ArrayList<>();
    for (int i = 0; i < silent.size(); i++) {
      StoredIdea idea = silent.get(i);
      long seq = first + i;
      events.add(shared(idea, seq, board.anonymous()));
      links.getOrDefault(idea.id(), List.of()).forEach(l -> events.add(l.added(sessionId, seq)));
    }
    table.share(board, silent, first);
    outbox.append(events);
  }

  /** What ideas build on comes before them. */
  private void order(List<StoredIdea> ideas, boolean anonymous) {
    if (anonymous) {
      Collections.shuffle(ideas, chance);
      ideas.sort(comparingInt(StoredIdea::depth));
    } else {
      ideas.sort(comparingInt(StoredIdea::position).thenComparing(StoredIdea::id));
    }
  }

  private static IdeaShared shared(StoredIdea idea, long seq, boolean anonymous) {
    return new IdeaShared(
        idea.sessionId(),
        seq,
        idea.id(),
        idea.topicId(),
        idea.parentId(),
        BoardClock.position(seq),
        idea.idea().kind(),
        idea.text(),
        idea.comparison(),
        anonymous ? null : idea.origin().submittedAt(),
        idea.origin().authorId());
  }

  private List<StoredIdea> changedSince(UUID sessionId, long seq) {
    return database.withHandle(
        handle -> handle.select(SELECT + "and seq > ?", sessionId, seq).map(StoredIdea::of).list());
  }

  private List<StoredIdea> select(UUID sessionId, String condition) {
    return database.withHandle(
        handle -> handle.select(SELECT + condition, sessionId).map(StoredIdea::of).list());
  }

  private static List<IdeaView.LinkView> views(List<Link> links) {
    return links.stream().map(link -> new IdeaView.LinkView(link.title(), link.url())).toList();
  }

  private Map<UUID, List<Link>> linksByIdea(UUID sessionId, long since) {
    Map<UUID, List<Link>> byIdea = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .select(SELECT_LINKS, sessionId, since)
                .map(Link::of)
                .forEach(
                    link ->
                        byIdea.computeIfAbsent(link.ideaId(), i -> new ArrayList<>()).add(link)));
    return byIdea;
  }
}

package microstorm.idea.idea;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Rooms;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaShared;
import microstorm.idea.idea.WithdrawnIdeas.Content;
import microstorm.idea.link.Link;
import microstorm.idea.link.LinkTable;
import microstorm.idea.link.Links;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/** Brings withdrawn ideas back, for their authors. */
@ApplicationScoped
@Transactional(MANDATORY)
class IdeaRestoring {

  private final Ideas ideas;
  private final IdeaTable table;
  private final LinkTable linkTable;
  private final WithdrawnIdeas withdrawn;
  private final Boards boards;
  private final Rooms rooms;
  private final BoardsConfig bounds;
  private final Outbox outbox;
  private final List<IdeaReferences> references;

  IdeaRestoring(
      Ideas ideas,
      IdeaTable table,
      LinkTable linkTable,
      WithdrawnIdeas withdrawn,
      Boards boards,
      Rooms rooms,
      BoardsConfig bounds,
      Outbox outbox,
      @All List<IdeaReferences> references) {
    this.ideas = ideas;
    this.table = table;
    this.linkTable = linkTable;
    this.withdrawn = withdrawn;
    this.boards = boards;
    this.rooms = rooms;
    this.bounds = bounds;
    this.outbox = outbox;
    this.references = references;
  }

  /**
   * Brings an idea back to the place that it had, as far as this place still exists. An idea of the
   * quiet phase stays hidden in it; afterwards it comes back as a shared one, while the group is
   * split in the author's room. Has no effect on an idea that is not withdrawn.
   */
  void restore(UUID sessionId, Viewer author, UUID id) {
    Board board = boards.lock(sessionId, author, ActivityRules.WRITE);
    StoredIdea idea =
        ideas.known(author, sessionId, id).orElseThrow(() -> ProblemException.notFound("idea"));
    if (!idea.isBy(author)) {
      throw BoardProblem.NOT_YOURS.exception();
    }
    if (!idea.withdrawn()) {
      return;
    }
    idea.requireContent();
    Content content =
        withdrawn.take(id).orElseThrow(() -> ProblemException.notFound("withdrawn idea"));
    restore(board, author, idea, content);
  }

  private void restore(Board board, Viewer author, StoredIdea idea, Content content) {
    UUID sessionId = board.sessionId();
    Optional<StoredIdea> parent =
        Optional.ofNullable(content.parentId())
            .flatMap(id -> ideas.known(author, sessionId, id))
            .filter(other -> !other.withdrawn() && (!idea.shared() || idea.canBuildOn(other)))
            .filter(other -> other.depth() < bounds.maxDepth());
    UUID topicId =
        parent
            .map(StoredIdea::topicId)
            .orElseGet(
                () ->
                    content.topicId() != null && table.isTopicOf(content.topicId(), sessionId)
                        ? content.topicId()
                        : null);
    boolean shared = idea.shared() || board.phase() == Phase.SHARING;
    boolean enters = shared && !idea.shared();
    RoomMark mark =
        enters && board.isSplit()
            ? parent
                .map(StoredIdea::mark)
                .filter(above -> above.seenIn() != null)
                .orElseGet(() -> RoomMark.in(rooms.placeOf(sessionId, author).number()))
            : enters ? RoomMark.NONE : idea.mark();
    long seq = boards.advance(sessionId);
    // the place of a hidden idea says when it was written
    int position = enters ? BoardClock.position(seq) : idea.position();
    List<Link> links =
        Links.in(idea.id(), ComparisonText.texts(content.text(), content.comparison()));
    Place place =
        new Place(
            topicId,
            parent.map(StoredIdea::id).orElse(null),
            position,
            1 + parent.map(StoredIdea::depth).orElse(0),
            mark);
    table.restore(idea.id(), content, place, shared, seq);
    linkTable.insert(links);
    outbox.append(events(idea, content, place, shared, seq, links));
    if (shared) {
      references.forEach(holder -> holder.bringBack(sessionId, idea.id(), content.groupId()));
    }
  }

  /** The place of an idea on its board. */
  record Place(UUID topicId, UUID parentId, int position, int depth, RoomMark mark) {}

  private static List<BoardEvent> events(
      StoredIdea idea, Content content, Place place, boolean shared, long seq, List<Link> links) {
    if (!shared || place.mark().seenIn() != null) {
      return List.of(new BoardAdvanced(idea.sessionId(), seq));
    }
    List<BoardEvent> events = new ArrayList<>();
    events.add(
        new IdeaShared(
            idea.sessionId(),
            seq,
            idea.id(),
            place.topicId(),
            place.parentId(),
            place.position(),
            idea.idea().kind(),
            content.text(),
            content.comparison(),
            idea.origin().submittedAt(),
            idea.origin().authorId(),
            place.mark().room()));
    links.forEach(link -> events.add(link.added(idea.sessionId(), seq)));
    return events;
  }
}

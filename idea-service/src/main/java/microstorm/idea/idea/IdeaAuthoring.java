package microstorm.idea.idea;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.Comparison;
import microstorm.idea.event.IdeaEdited;
import microstorm.idea.event.IdeaMoved;
import microstorm.idea.event.IdeaWithdrawn;
import microstorm.idea.hint.AuthorHints;
import microstorm.idea.hint.Hint;
import microstorm.idea.link.Link;
import microstorm.idea.link.Links;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.text.ComparisonChanges;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/** Changes the text of ideas and withdraws ideas, for their authors. */
@ApplicationScoped
@Transactional(MANDATORY)
class IdeaAuthoring {

  private final Ideas ideas;
  private final IdeaTable table;
  private final IdeaTree tree;
  private final WithdrawnIdeas withdrawn;
  private final Boards boards;
  private final AuthorHints hints;
  private final ComparisonChanges comparisons;
  private final Outbox outbox;
  private final Clock clock;
  private final List<IdeaReferences> references;

  IdeaAuthoring(
      Ideas ideas,
      IdeaTable table,
      IdeaTree tree,
      WithdrawnIdeas withdrawn,
      Boards boards,
      AuthorHints hints,
      ComparisonChanges comparisons,
      Outbox outbox,
      Clock clock,
      @All List<IdeaReferences> references) {
    this.ideas = ideas;
    this.table = table;
    this.tree = tree;
    this.withdrawn = withdrawn;
    this.boards = boards;
    this.hints = hints;
    this.comparisons = comparisons;
    this.outbox = outbox;
    this.clock = clock;
    this.references = references;
  }

  /**
   * Changes the text of an idea. A change of an idea that is hidden or in a room is not published.
   */
  Hint rewrite(UUID sessionId, Viewer author, UUID id, ChangeIdea request) {
    Board board = boards.lock(sessionId, author, ActivityRules.WRITE);
    StoredIdea idea = ideas.seen(author, sessionId, id);
    checkAuthor(author, idea);
    idea.requireContent();
    Comparison comparison = comparison(idea, request);
    String text = text(idea, request, comparison);
    List<String> texts = ComparisonText.texts(text, comparison);
    List<Link> links = Links.in(id, texts);
    long seq = boards.advance(sessionId);
    Instant now = clock.instant();
    table.rewrite(id, text, comparison, links, now, seq);
    Hint hint = hints.on(texts, request.keepWords()).in(board.language());
    if (hint != null) {
      boards.countHint(sessionId);
    }

    List<BoardEvent> events = new ArrayList<>();
    events.add(new IdeaEdited(sessionId, seq, id, text, comparison));
    links.forEach(link -> events.add(link.added(sessionId, seq)));
    publish(idea, seq, events);
    return hint;
  }

  private Comparison comparison(StoredIdea idea, ChangeIdea request) {
    if (request.comparison() == null) {
      return idea.comparison();
    }
    if (idea.comparison() == null) {
      throw ProblemException.invalid(
          "comparison", "must be absent, because this idea is not a comparison");
    }
    return comparisons.apply(request.comparison(), idea.comparison());
  }

  /** The text of a comparison without a text of its own is made from the two sides. */
  private static String text(StoredIdea idea, ChangeIdea request, Comparison changed) {
    if (request.text() != null) {
      return request.text();
    }
    boolean madeFromSides = idea.text().equals(ComparisonText.title(idea.comparison()));
    return madeFromSides ? ComparisonText.title(changed) : idea.text();
  }

  /**
   * Withdraws an idea: its text is deleted from the board, the ideas that build on it move up to
   * its place, and references to it are removed. A repeated withdrawal has no further effect.
   */
  void withdraw(UUID sessionId, Viewer author, UUID id) {
    boards.lock(sessionId, author, ActivityRules.WRITE);
    if (ideas
        .known(author, sessionId, id)
        .filter(i -> i.withdrawn() && i.isBy(author))
        .isPresent()) {
      return;
    }
    StoredIdea idea = ideas.seen(author, sessionId, id);
    checkAuthor(author, idea);
    idea.requireContent();
    List<StoredIdea> children = tree.children(id);
    long last = boards.advance(sessionId, 1 + children.size());
    long seq = last - children.size();
    withdrawn.keep(id);
    table.withdraw(idea, seq);
    tree.raise(idea, children, seq);

    List<BoardEvent> events = new ArrayList<>();
    events.add(new IdeaWithdrawn(sessionId, seq, id));
    for (StoredIdea child : children) {
      seq++;
      events.add(
          child.isPublic()
              ? new IdeaMoved(
                  sessionId, seq, child.id(), child.topicId(), idea.parentId(), child.position())
              : new BoardAdvanced(sessionId, seq));
    }
    publish(idea, last, events);
    references.forEach(holder -> holder.drop(sessionId, id, idea.groupId()));
  }

  private static void checkAuthor(Viewer viewer, StoredIdea idea) {
    if (!idea.isBy(viewer)) {
      throw BoardProblem.NOT_YOURS.exception();
    }
  }

  private void publish(StoredIdea idea, long seq, List<BoardEvent> events) {
    outbox.append(idea.isPublic() ? events : List.of(new BoardAdvanced(idea.sessionId(), seq)));
  }
}

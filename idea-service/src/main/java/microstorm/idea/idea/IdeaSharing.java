package microstorm.idea.idea;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaShared;
import microstorm.idea.link.Link;
import microstorm.messaging.outbox.Outbox;

/** Shares the hidden ideas of a board at the end of the quiet phase. */
@ApplicationScoped
public class IdeaSharing {

  private final Ideas ideas;
  private final Boards boards;
  private final IdeaTable table;
  private final Outbox outbox;
  private final SecureRandom random = new SecureRandom();

  IdeaSharing(Ideas ideas, Boards boards, IdeaTable table, Outbox outbox) {
    this.ideas = ideas;
    this.boards = boards;
    this.table = table;
    this.outbox = outbox;
  }

  /**
   * Shares all hidden ideas. Each gets the next number of the board, which is also its position. In
   * an anonymous session the order of the ideas is random, because the order of writing, compared
   * with the order in which people became ready, could reveal authors. It is also random if some of
   * the ideas were written while the session was anonymous.
   */
  public void share(Board board) {
    UUID sessionId = board.sessionId();
    List<StoredIdea> hidden = ideas.hidden(sessionId);
    if (hidden.isEmpty()) {
      return;
    }
    order(hidden, board.anonymous() || hidden.stream().anyMatch(StoredIdea::hasNoAuthor));
    Map<UUID, List<Link>> links = ideas.linksByIdea(sessionId, Ideas.ALL);
    long first = boards.advance(sessionId, hidden.size()) - hidden.size() + 1;
    List<BoardEvent> events = new ArrayList<>();
    for (int i = 0; i < hidden.size(); i++) {
      StoredIdea idea = hidden.get(i);
      long seq = first + i;
      events.add(shared(idea, seq, board.anonymous()));
      links.getOrDefault(idea.id(), List.of()).forEach(l -> events.add(l.added(sessionId, seq)));
    }
    table.share(board, hidden, first);
    outbox.append(events);
  }

  /**
   * Deletes the authors and times of the hidden ideas of a board. The session became anonymous
   * after it went back from the quiet phase.
   */
  public void forgetAuthors(UUID sessionId) {
    table.forgetAuthors(sessionId);
  }

  /** Orders ideas so that each parent comes before its children. */
  private void order(List<StoredIdea> hidden, boolean anonymous) {
    if (anonymous) {
      Collections.shuffle(hidden, random);
      hidden.sort(comparingInt(StoredIdea::depth));
    } else {
      hidden.sort(comparingInt(StoredIdea::position).thenComparing(StoredIdea::id));
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
}

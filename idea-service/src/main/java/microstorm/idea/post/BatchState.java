package microstorm.idea.post;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.idea.board.Board;
import microstorm.idea.board.Phase;
import microstorm.idea.idea.StoredIdea;

/**
 * The data that decides about a batch of posts, read while the boards are locked. Every accepted
 * post is added to it, so that it counts for the next one.
 */
final class BatchState {

  private final Map<UUID, Count> boards = new HashMap<>();
  private final Set<UUID> held = new HashSet<>();
  private final Map<UUID, StoredIdea> ideas = new HashMap<>();
  private final Map<UUID, UUID> topics = new HashMap<>();
  private final Set<UUID> gone = new HashSet<>();

  /**
   * @param clock the number that the board's clock shows; 0 when it has none
   */
  void addBoard(Board board, long clock) {
    boards.put(board.sessionId(), new Count(board, clock));
  }

  /** Records how many hidden ideas an author has written on a board. */
  void addOwn(UUID sessionId, UUID author, int ideas) {
    boards.get(sessionId).own.put(author, ideas);
  }

  void addHeld(UUID sessionId) {
    held.add(sessionId);
  }

  void addIdea(StoredIdea idea) {
    ideas.put(idea.id(), idea);
  }

  void addTopic(UUID topicId, UUID sessionId) {
    topics.put(topicId, sessionId);
  }

  void addGone(UUID participantId) {
    gone.add(participantId);
  }

  /** Whether another transaction has the board locked, so that nothing is known about it now. */
  boolean isHeld(UUID sessionId) {
    return held.contains(sessionId);
  }

  /** The board; empty when the event about its session has not arrived yet. */
  Optional<Board> board(UUID sessionId) {
    return Optional.ofNullable(boards.get(sessionId)).map(count -> count.board);
  }

  Optional<StoredIdea> idea(UUID id) {
    return Optional.ofNullable(ideas.get(id));
  }

  boolean isTopicOf(UUID topicId, UUID sessionId) {
    return sessionId.equals(topics.get(topicId));
  }

  /** Whether this participant left the session or was removed from it. */
  boolean isGone(UUID participantId) {
    return gone.contains(participantId);
  }

  /** The boards that hide their ideas and have at least this many. */
  Set<UUID> hiddenBoards(int ideas) {
    return boards.values().stream()
        .filter(count -> count.isHidden() && count.ideas >= ideas)
        .map(Count::sessionId)
        .collect(Collectors.toSet());
  }

  /**
   * The number of hidden ideas that the author of a post has by now. Ideas from earlier batches are
   * included only where they were counted.
   */
  int own(Post post) {
    Count count = boards.get(post.sessionId());
    UUID author = post.author().id();
    return count.own.getOrDefault(author, 0) + count.taken.getOrDefault(author, 0);
  }

  /** The number of ideas that the board has by now. */
  int ideas(UUID sessionId) {
    return boards.get(sessionId).ideas;
  }

  /**
   * Takes the next number for an accepted post. A shared idea gets the next number of the board. A
   * hidden idea gets the next number of its author in this batch, so that gaps do not show when
   * others wrote.
   */
  long next(Post post) {
    Count count = boards.get(post.sessionId());
    count.ideas++;
    count.hints += post.hint() == null ? 0 : 1;
    return count.next(count.isHidden() ? post.author().id() : post.sessionId());
  }

  /** The counters of the boards that received ideas. */
  Collection<Count> changedBoards() {
    return boards.values().stream().filter(count -> count.seq > count.board.seq()).toList();
  }

  /** The counters of a board. */
  static final class Count {
    private final Board board;
    private final long first;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private final Map<UUID, Integer> own = new HashMap<>();
    private long seq;
    private int ideas;
    private int hints;

    private Count(Board board, long clock) {
      this.board = board;
      this.first = Math.max(board.seq() + 1, clock);
      this.seq = board.seq();
      this.ideas = board.ideas();
    }

    private long next(UUID series) {
      long number = first + taken.merge(series, 1, Integer::sum) - 1;
      seq = Math.max(seq, number);
      return number;
    }

    UUID sessionId() {
      return board.sessionId();
    }

    /** Whether only its author can see each idea. */
    boolean isHidden() {
      return board.phase() == Phase.QUIET;
    }

    /** Whether the board had no idea before this batch. */
    boolean isFirst() {
      return board.ideas() == 0;
    }

    /** The number of the board before this batch. */
    long before() {
      return board.seq();
    }

    long seq() {
      return seq;
    }

    int ideas() {
      return ideas;
    }

    /** The number of hints in this batch. */
    int hints() {
      return hints;
    }
  }
}

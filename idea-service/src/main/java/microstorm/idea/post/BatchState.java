package microstorm.idea.post;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.QuietAllowance;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.viewer.WriterKey;

/**
 * The data that decides about a batch of posts, read while the boards are locked. Every accepted
 * post is added to it, so that it counts for the next one.
 */
final class BatchState {

  private final Map<UUID, Count> boards = new HashMap<>();
  private final Set<UUID> held = new HashSet<>();
  private final Set<UUID> deleted = new HashSet<>();
  private final Map<UUID, StoredIdea> ideas = new HashMap<>();
  private final Map<UUID, UUID> topics = new HashMap<>();
  private final Map<UUID, Seat> seats = new HashMap<>();
  private final Map<UUID, UUID> slots = new HashMap<>();

  /**
   * A seat as the board knows it.
   *
   * @param allowance the number of ideas that the person can write in the quiet phase; null when it
   *     is not known
   * @param room the number of the person's room; null without one
   */
  record Seat(boolean present, Integer allowance, Integer room) {}

  /**
   * @param clock the number that the board's clock shows; 0 when it has none
   * @param allowance how the room of the board is divided in the quiet phase; null when it is not
   */
  void addBoard(Board board, long clock, QuietAllowance allowance) {
    boards.put(board.sessionId(), new Count(board, clock, allowance));
  }

  /** Records how many hidden ideas an author has written on a board. */
  void addOwn(UUID sessionId, WriterKey author, int ideas) {
    boards.get(sessionId).own.put(author, ideas);
  }

  void addHeld(UUID sessionId) {
    held.add(sessionId);
  }

  void addDeleted(UUID sessionId) {
    deleted.add(sessionId);
  }

  void addIdea(StoredIdea idea) {
    ideas.put(idea.id(), idea);
  }

  void addTopic(UUID topicId, UUID sessionId) {
    topics.put(topicId, sessionId);
  }

  void addSeat(UUID participantId, Seat seat) {
    seats.put(participantId, seat);
  }

  /** Whether another transaction has the board locked, so that nothing is known about it now. */
  boolean isHeld(UUID sessionId) {
    return held.contains(sessionId);
  }

  /** Whether the session was deleted, so that no board is being created for it. */
  boolean isDeleted(UUID sessionId) {
    return deleted.contains(sessionId);
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
    return seats.containsKey(participantId) && !seats.get(participantId).present;
  }

  /** Whether only its author can see each new idea of a board. */
  boolean isHidden(UUID sessionId) {
    return boards.containsKey(sessionId) && boards.get(sessionId).isHidden();
  }

  /** The seat of a person; empty when the event about it has not arrived yet. */
  Optional<Seat> seat(UUID participantId) {
    return Optional.ofNullable(seats.get(participantId));
  }

  /** The number of hidden ideas that the author of a post has by now, on a hidden board. */
  int own(Post post) {
    Count count = boards.get(post.sessionId());
    WriterKey author = post.author().key();
    return count.own.getOrDefault(author, 0) + count.taken.getOrDefault(author, 0);
  }

  /**
   * The number of ideas that the author of a post can write on a hidden board. A person whose
   * joining has not arrived yet can write as many as somebody who joins next.
   *
   * @param most the number if the phase began with the previous version, which does not divide the
   *     room
   */
  int allowance(Post post, int most) {
    Seat seat = seats.get(post.author().id());
    if (seat != null && seat.allowance != null) {
      return seat.allowance;
    }
    QuietAllowance room = boards.get(post.sessionId()).allowance;
    return room == null ? most : room.later();
  }

  /** Whether the room of the board was divided among the seats. */
  boolean isDivided(UUID sessionId) {
    return boards.get(sessionId).allowance != null;
  }

  /** The slot of an accepted hidden idea; null for a shared one. */
  UUID slot(UUID ideaId) {
    return slots.get(ideaId);
  }

  /** The number of ideas that the board has by now. */
  int ideas(UUID sessionId) {
    return boards.get(sessionId).ideas;
  }

  /**
   * Takes the next number for an accepted post. An idea that everybody sees gets the next number of
   * the board. A hidden idea gets the next number of its author in this batch, and an idea of a
   * room the next number of the room, so that gaps do not show when others wrote.
   *
   * @param seenIn the only room that will see a shared idea; null when every room will
   */
  long next(Post post, Integer seenIn) {
    Count count = boards.get(post.sessionId());
    count.ideas++;
    count.hints += post.hints().in(count.board.language()) == null ? 0 : 1;
    count.withholds |= seenIn != null;
    if (!count.isHidden()) {
      return count.next(seenIn == null ? post.sessionId() : seenIn);
    }
    WriterKey author = post.author().key();
    slots.put(post.id(), author.slot(post.sessionId(), own(post) + 1));
    return count.next(author);
  }

  /** The counters of the boards that received ideas. */
  Collection<Count> changedBoards() {
    return boards.values().stream().filter(count -> count.seq > count.board.seq()).toList();
  }

  /** The counters of a board. */
  static final class Count {
    private final Board board;
    private final QuietAllowance allowance;
    private final long first;

    /** By the key of the author on a hidden board; on any other by the room or the session. */
    private final Map<Object, Integer> taken = new HashMap<>();

    private final Map<WriterKey, Integer> own = new HashMap<>();
    private long seq;
    private int ideas;
    private int hints;
    private boolean withholds;

    private Count(Board board, long clock, QuietAllowance allowance) {
      this.board = board;
      this.allowance = allowance;
      this.first = Math.max(board.seq() + 1, clock);
      this.seq = board.seq();
      this.ideas = board.ideas();
    }

    private long next(Object series) {
      long number = first + taken.merge(series, 1, Integer::sum) - 1;
      seq = Math.max(seq, number);
      return number;
    }

    UUID sessionId() {
      return board.sessionId();
    }

    /** Whether only its author can see each idea. */
    boolean isHidden() {
      return board.hidesNewIdeas();
    }

    /** Whether other services do not get all ideas of this batch yet. */
    boolean withholds() {
      return isHidden() || withholds;
    }

    /** Whether these are the first ideas of a quiet phase. */
    boolean isFirst() {
      return isHidden() && board.ideas() == 0;
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

package microstorm.idea.idea;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.Board;

/**
 * What the verdicts on a group of posts rest on, read while the boards are locked. It grows with
 * every post that is accepted: the next one is judged by what stands then.
 */
final class Facts {

  private final Map<UUID, Count> boards = new HashMap<>();
  private final Set<UUID> held = new HashSet<>();
  private final Map<UUID, StandingIdea> ideas = new HashMap<>();
  private final Map<UUID, UUID> topics = new HashMap<>();
  private final Set<UUID> gone = new HashSet<>();

  void addBoard(Board board) {
    boards.put(board.sessionId(), new Count(board));
  }

  void addHeld(UUID sessionId) {
    held.add(sessionId);
  }

  void addIdea(StandingIdea idea) {
    ideas.put(idea.id(), idea);
  }

  void addTopic(UUID topicId, UUID sessionId) {
    topics.put(topicId, sessionId);
  }

  void addGone(UUID participantId) {
    gone.add(participantId);
  }

  /** Whether something else has the board locked: nothing is known of it now. */
  boolean isHeld(UUID sessionId) {
    return held.contains(sessionId);
  }

  /** Empty when session-service has not told of the session yet. */
  Optional<Board> board(UUID sessionId) {
    return Optional.ofNullable(boards.get(sessionId)).map(count -> count.board);
  }

  Optional<StandingIdea> idea(UUID id) {
    return Optional.ofNullable(ideas.get(id));
  }

  boolean isTopicOf(UUID topicId, UUID sessionId) {
    return sessionId.equals(topics.get(topicId));
  }

  /** Whether this participant left the session or was removed from it. */
  boolean isGone(UUID participantId) {
    return gone.contains(participantId);
  }

  /** Who wrote an accepted post; null where nobody may store that. */
  UUID authorId(Post post) {
    return boards.get(post.sessionId()).board.anonymous() ? null : post.author().id();
  }

  /** How many ideas the board has by now. */
  int ideas(UUID sessionId) {
    return boards.get(sessionId).ideas;
  }

  /** Takes the board's next number for an accepted post. */
  long next(Post post) {
    Count count = boards.get(post.sessionId());
    count.ideas++;
    count.hints += post.hint() == null ? 0 : 1;
    return ++count.seq;
  }

  /** The boards that got ideas, with what they come to. */
  Collection<Count> changedBoards() {
    return boards.values().stream().filter(count -> count.seq > count.board.seq()).toList();
  }

  /** What a board's counters come to. */
  static final class Count {
    private final Board board;
    private long seq;
    private int ideas;
    private int hints;

    private Count(Board board) {
      this.board = board;
      this.seq = board.seq();
      this.ideas = board.ideas();
    }

    UUID sessionId() {
      return board.sessionId();
    }

    long seq() {
      return seq;
    }

    int ideas() {
      return ideas;
    }

    /** How many hints were added. */
    int hints() {
      return hints;
    }
  }
}

package microstorm.idea.vote;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.http.token.Caller;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Change;
import microstorm.idea.board.Change.Voter;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.Phase;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * Shows everybody their own dots and marks in the converging phase, so that nobody follows the
 * others.
 */
@ApplicationScoped
public class Ballots implements Changes {

  /** A statement that gives every ballot of a board a number, so that its owner sees it again. */
  public static final String SHOW_AGAIN =
      "update ballot set seq = :seq where session_id = :session";

  private final Jdbi database;
  private final Boards boards;
  private final Votes votes;
  private final Marks marks;

  Ballots(Jdbi database, Boards boards, Votes votes, Marks marks) {
    this.database = database;
    this.boards = boards;
    this.votes = votes;
    this.marks = marks;
  }

  /** The dots of this person; empty for a person who has none, and outside the converging phase. */
  public Optional<VotesView> votesOf(Viewer viewer, Board board) {
    return chooses(viewer, board)
        ? Optional.of(own(board, viewer.key().hashFor(board.sessionId())))
        : Optional.empty();
  }

  /**
   * The marks of this person; empty for a person who has none, and outside the converging phase.
   */
  public Optional<MarksView> marksOf(Viewer viewer, Board board) {
    UUID sessionId = board.sessionId();
    return chooses(viewer, board)
        ? Optional.of(new MarksView(marks.of(sessionId, viewer.key().hashFor(sessionId))))
        : Optional.empty();
  }

  private static boolean chooses(Viewer viewer, Board board) {
    return board.phase() == Phase.CONVERGING
        && viewer.isSeated()
        && !viewer.role().equals(Caller.OBSERVER);
  }

  VotesView own(Board board, byte[] writer) {
    return VotesView.own(board.votesPerPerson(), votes.of(board.sessionId(), writer));
  }

  /**
   * Records that the dots or marks of a person changed, so that all live streams of this person are
   * notified.
   */
  void touch(UUID sessionId, byte[] writer, long seq) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                insert into ballot (session_id, writer, seq) values (?, ?, ?)
                on conflict (session_id, writer) do update set seq = excluded.seq
                """,
                sessionId,
                writer,
                seq));
  }

  @Override
  public String condition() {
    return Changes.in("ballot");
  }

  @Override
  public String lastOpen() {
    return "null::bigint";
  }

  @Override
  public long lastOwn(Board board, Viewer viewer) {
    UUID sessionId = board.sessionId();
    return chooses(viewer, board) ? lastOf(sessionId, viewer.key().hashFor(sessionId)) : 0;
  }

  private long lastOf(UUID sessionId, byte[] writer) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select seq from ballot where session_id = ? and writer = ?", sessionId, writer)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    List<Changed> ballots = changedSince(sessionId, seq);
    if (ballots.isEmpty()) {
      return List.of();
    }
    Board board = boards.find(sessionId).orElseThrow();
    if (board.phase() != Phase.CONVERGING) {
      return List.of();
    }
    int limit = board.votesPerPerson();
    Map<ByteBuffer, List<VotesView.IdeaVotes>> dots = votes.changedSince(sessionId, seq);
    Map<ByteBuffer, List<MarksView.Mark>> marked = marks.changedSince(sessionId, seq);
    List<Change> changes = new ArrayList<>();
    for (Changed ballot : ballots) {
      ByteBuffer writer = ByteBuffer.wrap(ballot.writer());
      Voter own = new Voter(sessionId, ballot.writer());
      VotesView ownVotes = VotesView.own(limit, dots.getOrDefault(writer, List.of()));
      changes.add(Change.of(own, ballot.seq(), ChangeType.VOTES, ownVotes));
      MarksView ownMarks = new MarksView(marked.getOrDefault(writer, List.of()));
      changes.add(Change.of(own, ballot.seq(), ChangeType.MARKS, ownMarks));
    }
    return changes;
  }

  @Override
  public List<Change> seenSince(Board board, Viewer viewer, long seq) {
    long last = lastOwn(board, viewer);
    if (last <= seq) {
      return List.of();
    }
    UUID sessionId = board.sessionId();
    byte[] writer = viewer.key().hashFor(sessionId);
    Voter own = new Voter(sessionId, writer);
    return List.of(
        Change.of(own, last, ChangeType.VOTES, own(board, writer)),
        Change.of(own, last, ChangeType.MARKS, new MarksView(marks.of(sessionId, writer))));
  }

  /** Reads the rows of many writers with one statement. */
  static <T> Map<ByteBuffer, List<T>> byWriter(
      Jdbi database, String select, UUID sessionId, long seq, Class<T> as) {
    return database.withHandle(
        handle ->
            handle
                .select(select, sessionId, seq)
                .map(
                    (row, context) ->
                        Map.entry(
                            ByteBuffer.wrap(row.getBytes("writer")),
                            RecordMapper.of(as).map(row, context)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
  }

  private List<Changed> changedSince(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select writer, seq from ballot where session_id = ? and seq > ? order by seq",
                    sessionId,
                    seq)
                .map((row, context) -> new Changed(row.getBytes("writer"), row.getLong("seq")))
                .list());
  }

  private record Changed(byte[] writer, long seq) {}
}

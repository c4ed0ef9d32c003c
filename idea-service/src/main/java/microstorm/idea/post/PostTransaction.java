package microstorm.idea.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.board.Change;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaSubmitted;
import microstorm.idea.event.WritingBegan;
import microstorm.idea.idea.Ideas;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.link.Link;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.PreparedEvent;

/**
 * Writes a batch of posts in one transaction: it locks the boards that are free, reads the data for
 * the decisions, decides about each post and writes all accepted ones with one statement
 * (docs/architecture.md, "The hot path"). The row locks of the boards give the events of each
 * session one order.
 */
@ApplicationScoped
class PostTransaction {

  private final DataSource database;
  private final BatchStateReader reader;
  private final OwnIdeaCounter counter;
  private final PostInsert insert;
  private final PostRules rules;
  private final Outbox outbox;
  private final Clock clock;

  PostTransaction(
      DataSource database,
      BatchStateReader reader,
      OwnIdeaCounter counter,
      PostInsert insert,
      PostRules rules,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.reader = reader;
    this.counter = counter;
    this.insert = insert;
    this.rules = rules;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The results of a batch and the changes of the boards. */
  record Outcome(List<PostResult> results, List<BoardChanged> changes) {}

  /**
   * Writes the accepted posts, all or none.
   *
   * @return a result for each post, in the order of the posts
   * @throws SQLException when the database refuses one of them or is unavailable
   */
  Outcome write(List<Post> posts) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Outcome outcome = write(connection, posts);
        connection.commit(); // ends the transaction when nothing was written
        return outcome;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private Outcome write(Connection connection, List<Post> posts) throws SQLException {
    BatchState state = new BatchState();
    reader.read(connection, posts, state);
    counter.count(connection, posts, state);
    Instant now = clock.instant();
    List<PostResult> results = new ArrayList<>(posts.size());
    List<PostResult> accepted = new ArrayList<>(posts.size());
    for (Post post : posts) {
      PostResult result = rules.judge(post, state, now);
      results.add(result);
      if (result.isAccepted()) {
        accepted.add(result);
      }
    }
    if (!accepted.isEmpty()) {
      List<PreparedEvent> events = events(accepted, state).map(outbox::prepare).toList();
      Outcome outcome = new Outcome(results, changes(accepted, state));
      insert.writeAndCommit(connection, accepted, state, outbox.rows(events), now);
      return outcome; // committed: nothing may fail after this
    }
    return new Outcome(results, List.of());
  }

  /**
   * The events of the batch. For hidden ideas they only say that the board has changed, because the
   * id of an idea in an event would record for ever when it was written. So they do for ideas that
   * only one room sees.
   */
  private static Stream<BoardEvent> events(List<PostResult> accepted, BatchState state) {
    return Stream.concat(
        accepted.stream()
            .filter(result -> result.idea().isPublic())
            .flatMap(result -> events(result).stream()),
        state.changedBoards().stream()
            .filter(BatchState.Count::withholds)
            .flatMap(PostTransaction::hiddenEvents));
  }

  private static Stream<BoardEvent> hiddenEvents(BatchState.Count board) {
    BoardEvent advanced = new BoardAdvanced(board.sessionId(), board.seq());
    return board.isFirst()
        ? Stream.of(new WritingBegan(board.sessionId(), board.seq()), advanced)
        : Stream.of(advanced);
  }

  private static List<BoardEvent> events(PostResult result) {
    StoredIdea idea = result.idea();
    List<BoardEvent> events = new ArrayList<>();
    events.add(
        new IdeaSubmitted(
            idea.sessionId(),
            idea.seq(),
            idea.id(),
            idea.topicId(),
            idea.parentId(),
            idea.position(),
            idea.idea().kind(),
            idea.text(),
            idea.comparison(),
            idea.origin().submittedAt(),
            idea.origin().authorId(),
            true));
    List<Link> links = result.post().links();
    links.forEach(link -> events.add(link.added(idea.sessionId(), idea.seq())));
    return events;
  }

  /** The changes of each board, as the live streams would read them from the database. */
  private static List<BoardChanged> changes(List<PostResult> accepted, BatchState state) {
    Map<UUID, List<Change>> changes =
        accepted.stream()
            .collect(
                groupingBy(
                    result -> result.post().sessionId(),
                    mapping(
                        result -> Ideas.change(result.idea(), result.post().links()), toList())));
    return state.changedBoards().stream()
        .map(b -> new BoardChanged(b.sessionId(), b.seq(), b.before(), changes.get(b.sessionId())))
        .toList();
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}

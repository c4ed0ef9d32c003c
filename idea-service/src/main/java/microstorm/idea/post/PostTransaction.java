package microstorm.idea.post;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import microstorm.idea.idea.Ideas;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.link.Link;
import microstorm.messaging.Outbox;
import microstorm.messaging.PreparedEvent;

/**
 * Writes a group of posts in one transaction: lock those of their boards that are free, read what
 * the verdicts depend on, judge each, write all that are accepted by one statement
 * (docs/architecture.md, "The hot path"). The boards' row locks give the events of each session one
 * order.
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

  /** What became of a group. */
  record Outcome(List<PostResult> verdicts, List<BoardChanged> changes) {}

  /**
   * Writes these posts, all or none.
   *
   * @return a verdict for each post, in their order
   * @throws SQLException when the database refuses one of them, or is away
   */
  Outcome write(List<Post> posts) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Outcome outcome = write(connection, posts);
        connection.commit(); // of what was read, where nothing was written
        return outcome;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private Outcome write(Connection connection, List<Post> posts) throws SQLException {
    BatchState facts = new BatchState();
    reader.read(connection, posts, facts);
    counter.count(connection, posts, facts);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<PostResult> verdicts = new ArrayList<>(posts.size());
    List<PostResult> accepted = new ArrayList<>(posts.size());
    for (Post post : posts) {
      PostResult verdict = rules.judge(post, facts, now);
      verdicts.add(verdict);
      if (verdict.isAccepted()) {
        accepted.add(verdict);
      }
    }
    if (!accepted.isEmpty()) {
      List<PreparedEvent> events = events(accepted, facts).map(outbox::prepare).toList();
      Outcome outcome = new Outcome(verdicts, changes(accepted, facts));
      insert.writeAndCommit(connection, accepted, facts, outbox.rows(events), now);
      return outcome; // nothing may fail any more: it stands
    }
    return new Outcome(verdicts, List.of());
  }

  /**
   * While the group writes in silence nothing is published but that boards have changed: an idea's
   * id beside the time of its event would keep for ever when it was written.
   */
  private static Stream<BoardEvent> events(List<PostResult> accepted, BatchState facts) {
    return Stream.concat(
        accepted.stream()
            .filter(verdict -> verdict.idea().shared())
            .flatMap(verdict -> events(verdict).stream()),
        facts.changedBoards().stream()
            .filter(BatchState.Count::isHidden)
            .map(board -> new BoardAdvanced(board.sessionId(), board.seq())));
  }

  private static List<BoardEvent> events(PostResult verdict) {
    StoredIdea idea = verdict.idea();
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
    List<Link> links = verdict.post().links();
    links.forEach(link -> events.add(link.added(idea.sessionId(), idea.seq())));
    return events;
  }

  /** The changes of each board, as the live streams would read them from the database. */
  private static List<BoardChanged> changes(List<PostResult> accepted, BatchState facts) {
    Map<UUID, List<Change>> changes =
        accepted.stream()
            .collect(
                groupingBy(
                    result -> result.post().sessionId(),
                    mapping(
                        result -> Ideas.change(result.idea(), result.post().links()), toList())));
    return facts.changedBoards().stream()
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

package microstorm.idea.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.board.BoardClock;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaSubmitted;
import microstorm.idea.idea.StandingIdea;
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
    List<PostResult> verdicts = new ArrayList<>(posts.size());
    List<PostResult> accepted = new ArrayList<>(posts.size());
    for (Post post : posts) {
      PostResult verdict = rules.judge(post, facts);
      verdicts.add(verdict);
      if (verdict.isAccepted()) {
        accepted.add(verdict);
      }
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!accepted.isEmpty()) {
      List<PreparedEvent> events = events(accepted, facts, now).map(outbox::prepare).toList();
      Outcome outcome = new Outcome(verdicts, new PostChanges(facts, now).of(accepted));
      insert.writeAndCommit(connection, accepted, facts, outbox.rows(events), now);
      return outcome; // nothing may fail any more: it stands
    }
    return new Outcome(verdicts, List.of());
  }

  /**
   * While the group writes in silence nothing is published but that boards have changed: an idea's
   * id beside the time of its event would keep for ever when it was written.
   */
  private static Stream<BoardEvent> events(
      List<PostResult> accepted, BatchState facts, Instant now) {
    return Stream.concat(
        accepted.stream()
            .filter(verdict -> verdict.idea().shared())
            .flatMap(verdict -> events(verdict, facts, now).stream()),
        facts.changedBoards().stream()
            .filter(BatchState.Count::isHidden)
            .map(board -> new BoardAdvanced(board.sessionId(), board.seq())));
  }

  private static List<BoardEvent> events(PostResult verdict, BatchState facts, Instant now) {
    Post post = verdict.post();
    StandingIdea idea = verdict.idea();
    List<BoardEvent> events = new ArrayList<>();
    events.add(
        new IdeaSubmitted(
            idea.sessionId(),
            idea.position(),
            idea.id(),
            idea.topicId(),
            post.parentId(),
            BoardClock.position(idea.position()),
            post.kind(),
            post.text(),
            post.comparison(),
            facts.submittedAt(post, now),
            facts.authorId(post),
            true));
    post.links().forEach(link -> events.add(link.added(idea.sessionId(), idea.position())));
    return events;
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}

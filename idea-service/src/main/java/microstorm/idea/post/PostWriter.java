package microstorm.idea.post;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.BoardChanged;
import microstorm.messaging.outbox.Outbox;
import org.jboss.logging.Logger;

/** Writes a batch of waiting posts and answers each of them. */
@ApplicationScoped
class PostWriter {

  private static final Logger LOG = Logger.getLogger(PostWriter.class);

  /**
   * The SQLState classes of failures that the data causes. A single post may cause the failure of
   * its batch.
   */
  private static final List<String> DATA_FAILURES = List.of("22", "23", "40");

  private static final String UNIQUE_VIOLATION = "23505";

  private final PostTransaction transaction;
  private final Outbox outbox;
  private final Event<BoardChanged> changed;
  private final Duration patience;

  PostWriter(
      PostTransaction transaction, Outbox outbox, Event<BoardChanged> changed, IdeasConfig config) {
    this.patience = config.patience();
    this.transaction = transaction;
    this.outbox = outbox;
    this.changed = changed;
  }

  /**
   * Writes the batch. If the database refuses it, writes it in halves, so that a bad post fails
   * alone and the others still share their commits. Posts that are not answered afterwards must be
   * written later, because another transaction has their board locked.
   *
   * @return the failure when the database cannot be written to at all
   */
  Optional<RuntimeException> write(List<PendingPost> group) {
    return write(group, true);
  }

  private Optional<RuntimeException> write(List<PendingPost> group, boolean first) {
    PostTransaction.Outcome outcome;
    try {
      outcome = transaction.write(group.stream().map(PendingPost::post).toList());
    } catch (SQLException | RuntimeException e) {
      return fail(group, e, first);
    }
    publish(outcome.changes());
    for (int i = 0; i < group.size(); i++) {
      answer(group.get(i), outcome.results().get(i));
    }
    if (!outcome.changes().isEmpty()) {
      outbox.wake(); // after the answers, because the relay needs processor time too
    }
    return Optional.empty();
  }

  private void answer(PendingPost post, PostResult result) {
    if (result.isPostponed()) {
      post.postpone(patience);
    } else {
      post.answer(result);
    }
  }

  private Optional<RuntimeException> fail(List<PendingPost> group, Exception cause, boolean first) {
    boolean dataFailure = isDataFailure(cause);
    if (dataFailure && group.size() > 1) {
      return inHalves(group);
    }
    if (first && isConflict(cause)) {
      return write(group, false); // the other transaction's changes can be read now
    }
    RuntimeException failure = new IllegalStateException("The posts could not be written.", cause);
    group.forEach(post -> post.fail(failure));
    return dataFailure ? Optional.empty() : Optional.of(failure);
  }

  /** When a post has to wait, the later posts to its board wait too. */
  private Optional<RuntimeException> inHalves(List<PendingPost> group) {
    List<PendingPost> first = group.subList(0, group.size() / 2);
    Optional<RuntimeException> unavailable = write(first);
    Set<UUID> held =
        first.stream()
            .filter(post -> !post.isAnswered())
            .map(PendingPost::sessionId)
            .collect(toSet());
    List<PendingPost> second =
        group.subList(first.size(), group.size()).stream()
            .filter(post -> !held.contains(post.sessionId()))
            .toList();
    if (unavailable.isPresent()) {
      second.forEach(post -> post.fail(unavailable.get())); // the database is not tried again
      return unavailable;
    }
    return second.isEmpty() ? Optional.empty() : write(second);
  }

  /** Notifies the live streams. The posts are committed, so a failure here must not affect them. */
  private void publish(List<BoardChanged> changes) {
    try {
      changes.forEach(changed::fire);
    } catch (RuntimeException e) {
      LOG.warnf(
          "The live streams of this replica were not notified of a change: %s",
          e.getClass().getName());
    }
  }

  /**
   * Whether the transaction conflicted with another one: the same id at the same time, or a
   * deadlock.
   */
  private static boolean isConflict(Exception e) {
    return e instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().equals(UNIQUE_VIOLATION) || sql.getSQLState().startsWith("40"));
  }

  private static boolean isDataFailure(Exception e) {
    return !(e instanceof SQLException sql)
        || sql.getSQLState() != null
            && DATA_FAILURES.stream().anyMatch(sql.getSQLState()::startsWith);
  }
}

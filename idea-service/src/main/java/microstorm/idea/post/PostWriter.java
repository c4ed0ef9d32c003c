package microstorm.idea.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.idea.IdeasConfig;
import microstorm.messaging.Outbox;
import org.jboss.logging.Logger;

/** Writes a group of waiting posts and answers each by itself. */
@ApplicationScoped
class PostWriter {

  private static final Logger LOG = Logger.getLogger(PostWriter.class);

  /**
   * SQLStates of faults that come from what is written: such a post may stand in the way of others.
   */
  private static final List<String> OF_THE_DATA = List.of("22", "23", "40");

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
   * Writes the group; when the database refuses it, one by one, so that a bad post fails alone. Who
   * is not answered afterwards has to be written later: something else has their board locked.
   *
   * @return why the database cannot be written to at all, when that is so
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
    tell(outcome.changes());
    for (int i = 0; i < group.size(); i++) {
      tell(group.get(i), outcome.verdicts().get(i));
    }
    if (!outcome.changes().isEmpty()) {
      outbox.wake(); // people first: the relay asks for a processor, too
    }
    return Optional.empty();
  }

  private void tell(PendingPost post, PostResult verdict) {
    if (verdict.isPostponed()) {
      post.postpone(patience);
    } else {
      post.answer(verdict);
    }
  }

  private Optional<RuntimeException> fail(List<PendingPost> group, Exception cause, boolean first) {
    boolean ofTheData = isOfTheData(cause);
    if (ofTheData && group.size() > 1) {
      return oneByOne(group);
    }
    if (first && isOfOthers(cause)) {
      return write(group, false); // what they did can be read now
    }
    RuntimeException fault = new IllegalStateException("The posts could not be written", cause);
    group.forEach(post -> post.fail(fault));
    return ofTheData ? Optional.empty() : Optional.of(fault);
  }

  /** Behind a post that has to wait the others of its board wait too. */
  private Optional<RuntimeException> oneByOne(List<PendingPost> group) {
    Set<UUID> held = new HashSet<>();
    Optional<RuntimeException> away = Optional.empty();
    for (PendingPost post : group) {
      if (away.isPresent()) {
        post.fail(away.get()); // a database that is away is not asked for everybody again
      } else if (!held.contains(post.sessionId())) {
        away = write(List.of(post));
        if (!post.isAnswered()) {
          held.add(post.sessionId());
        }
      }
    }
    return away;
  }

  /** It is committed: whatever goes wrong in the telling, the posts are written. */
  private void tell(List<BoardChanged> changes) {
    try {
      changes.forEach(changed::fire);
    } catch (RuntimeException e) {
      LOG.warnf("A change was not told here: %s", e.getClass().getName());
    }
  }

  /**
   * Whether somebody else's transaction was in the way: the same id at the same time, a deadlock.
   */
  private static boolean isOfOthers(Exception e) {
    return e instanceof SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().equals(UNIQUE_VIOLATION) || sql.getSQLState().startsWith("40"));
  }

  private static boolean isOfTheData(Exception e) {
    return !(e instanceof SQLException sql)
        || sql.getSQLState() != null
            && OF_THE_DATA.stream().anyMatch(sql.getSQLState()::startsWith);
  }
}

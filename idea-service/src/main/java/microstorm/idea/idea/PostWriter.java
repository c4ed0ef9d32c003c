package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.idea.PostQueue.WaitingPost;
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

  private final PostTransaction transaction;
  private final Outbox outbox;
  private final Event<BoardChanged> changed;

  PostWriter(PostTransaction transaction, Outbox outbox, Event<BoardChanged> changed) {
    this.transaction = transaction;
    this.outbox = outbox;
    this.changed = changed;
  }

  /**
   * Writes the group; when the database refuses it, one by one, so that a bad post fails alone.
   *
   * @return why the database cannot be written to at all, when that is so; all have been answered
   */
  Optional<RuntimeException> write(List<WaitingPost> group) {
    PostTransaction.Outcome outcome;
    try {
      outcome = transaction.write(group.stream().map(WaitingPost::post).toList());
    } catch (SQLException | RuntimeException e) {
      return fail(group, e);
    }
    tell(outcome.changes());
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answer(outcome.verdicts().get(i));
    }
    return Optional.empty();
  }

  private Optional<RuntimeException> fail(List<WaitingPost> group, Exception cause) {
    boolean ofTheData = isOfTheData(cause);
    if (ofTheData && group.size() > 1) {
      return group.stream()
          .map(post -> write(List.of(post)))
          .flatMap(Optional::stream)
          .reduce((first, last) -> last);
    }
    RuntimeException fault = new IllegalStateException("The posts could not be written", cause);
    group.forEach(post -> post.fail(fault));
    return ofTheData ? Optional.empty() : Optional.of(fault);
  }

  /** It is committed: whatever goes wrong in the telling, the posts are written. */
  private void tell(List<BoardChanged> changes) {
    try {
      if (!changes.isEmpty()) {
        outbox.wake();
      }
      changes.forEach(changed::fire);
    } catch (RuntimeException e) {
      LOG.warnf("A change was not told here: %s", e.getClass().getName());
    }
  }

  private static boolean isOfTheData(Exception e) {
    return !(e instanceof SQLException sql)
        || sql.getSQLState() != null
            && OF_THE_DATA.stream().anyMatch(sql.getSQLState()::startsWith);
  }
}

package microstorm.report.imports.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What an import changes in the log book.
 *
 * @param sessions those of the log, without sessions that were held here
 * @param otherLayout the sessions with the same content and another layout
 * @param frameBefore the frame of the log book as JSON; null if there was none
 * @param frame the new frame as JSON; null if it stays
 * @param orderBefore the order of the log book
 * @param order its new order
 * @param outcome the result for the people who import
 * @param found the sessions of the log for them, in the order of the log, at most 500
 */
public record ImportPlan(
    List<ComparedSession> sessions,
    Set<UUID> otherLayout,
    String frameBefore,
    String frame,
    List<UUID> orderBefore,
    List<UUID> order,
    ImportOutcome outcome,
    List<FoundSession> found) {

  /** The sessions that are new or different. */
  public List<ComparedSession> differing() {
    return sessions.stream().filter(ComparedSession::differs).toList();
  }

  public boolean changesOrder() {
    return !order.equals(orderBefore);
  }

  /** Whether the import changes anything. */
  public boolean changesBook() {
    return frame != null
        || changesOrder()
        || !otherLayout.isEmpty()
        || sessions.stream().anyMatch(ComparedSession::differs);
  }
}

package microstorm.idea.text;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.event.Comparison;

/** Applies changes to stored comparisons. */
@ApplicationScoped
public class ComparisonChanges {

  private final BoardsConfig bounds;

  ComparisonChanges(BoardsConfig bounds) {
    this.bounds = bounds;
  }

  /**
   * The comparison after the changes.
   *
   * @throws ProblemException 400 if it would be too long
   */
  public Comparison apply(ChangeComparison change, Comparison present) {
    ComparisonText changed = change.on(present);
    ComparisonValidator.tooLong(changed, bounds.maxIdeaLength())
        .ifPresent(
            fault -> {
              throw ProblemException.invalid("comparison", fault);
            });
    return changed.comparison();
  }
}

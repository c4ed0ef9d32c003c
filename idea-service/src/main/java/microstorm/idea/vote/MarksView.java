package microstorm.idea.vote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * Marks as one person may see them: their own in the converging phase, the means of all marks after
 * it.
 *
 * @param mine the marks of this person
 * @param means the means of all marks; absent until they are counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarksView(List<Mark> mine, List<Mean> means) {

  /** One person's mark of an idea against a criterion, 1 to 5. */
  public record Mark(UUID ideaId, UUID criterionId, int value) {}

  /**
   * All marks of an idea against a criterion.
   *
   * @param mean to two decimals
   * @param count the number of marks
   */
  public record Mean(UUID ideaId, UUID criterionId, double mean, int count) {}

  static MarksView own(List<Mark> mine) {
    return new MarksView(mine, null);
  }

  static MarksView counted(List<Mean> means) {
    return new MarksView(null, means);
  }
}

package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/**
 * The converging phase is over. The event contains the dots and marks of every idea that has any.
 */
public record VotesCounted(UUID sessionId, long seq, List<Votes> votes, List<Marks> marks)
    implements BoardEvent {

  /** The dots of an idea. */
  public record Votes(UUID ideaId, int votes) {}

  /**
   * The result of marking an idea against a criterion: the mean, 1 to 5, and the number of marks.
   */
  public record Marks(UUID ideaId, UUID criterionId, double mean, int count) {}

  @Override
  public String type() {
    return "microstorm.idea.votes-counted.v1";
  }
}

package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/**
 * The converging phase is over, and the dots and marks are counted. The event contains those of
 * every idea that has any, but in an anonymous session no mean of fewer than three marks.
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

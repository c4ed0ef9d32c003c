package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/** The group has converged: dots of each idea that has any, and its marks. */
public record VotesCounted(UUID sessionId, long seq, List<Votes> votes, List<Marks> marks)
    implements BoardEvent {

  /** The dots of an idea. */
  public record Votes(UUID ideaId, int votes) {}

  /** How an idea was marked against a criterion: the mean of 1 to 5, and of how many. */
  public record Marks(UUID ideaId, UUID criterionId, double mean, int count) {}

  @Override
  public String type() {
    return "microstorm.idea.votes-counted.v1";
  }
}

package microstorm.idea.vote;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's own dots. */
@Schema(description = "The caller's own dots, while the group converges.")
public record VotesView(
    @Schema(description = "The number of dots of each person.", minimum = "0", examples = "3")
        int limit,
    @Schema(
            description = "The number of dots that the caller can still give.",
            minimum = "0",
            examples = "2")
        int left,
    @Schema(description = "The ideas that have dots of the caller, by id.") List<IdeaVotes> mine) {

  /** The dots of an idea. */
  @Schema(description = "The dots of an idea.")
  public record IdeaVotes(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(description = "The number of dots.", minimum = "1", examples = "4") int votes) {}

  static VotesView own(int limit, List<IdeaVotes> mine) {
    int put = mine.stream().mapToInt(IdeaVotes::votes).sum();
    return new VotesView(limit, limit - put, mine);
  }
}

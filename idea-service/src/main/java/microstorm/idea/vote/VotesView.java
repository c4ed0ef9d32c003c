package microstorm.idea.vote;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Dots as one person may see them. */
@Schema(
    description =
        "Dots as the caller may see them: limit, left and mine while the group converges; tallies"
            + " after that.")
public record VotesView(
    @Schema(
            description = "The number of dots of each person. Absent when the dots are counted.",
            minimum = "0",
            examples = "3")
        @Nullable Integer limit,
    @Schema(
            description =
                "The number of dots that the caller can still give. Absent when the dots are"
                    + " counted.",
            minimum = "0",
            examples = "2")
        @Nullable Integer left,
    @Schema(
            description =
                "The ideas that have dots of the caller, by id. Absent when the dots are counted.")
        @Nullable List<IdeaVotes> mine,
    @Schema(
            description =
                "All ideas that have dots, most dots first. Absent until the dots are counted.")
        @Nullable List<IdeaVotes> tallies) {

  /** The dots of an idea. */
  @Schema(description = "The dots of an idea.")
  public record IdeaVotes(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(description = "The number of dots.", minimum = "1", examples = "4") int votes) {}

  static VotesView own(int limit, List<IdeaVotes> mine) {
    int put = mine.stream().mapToInt(IdeaVotes::votes).sum();
    return new VotesView(limit, limit - put, mine, null);
  }

  static VotesView counted(List<IdeaVotes> tallies) {
    return new VotesView(null, null, null, tallies);
  }
}

package microstorm.idea.vote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Dots as one person may see them: their own in the converging phase, the tallies of all ideas
 * after it.
 *
 * @param limit the number of dots of each person
 * @param left the number of dots that this person has not given yet
 * @param mine the ideas with dots of this person
 * @param tallies the ideas with dots of anybody, most dots first; absent until they are counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VotesView(
    @Schema(nullable = true) Integer limit,
    @Schema(nullable = true) Integer left,
    List<IdeaVotes> mine,
    List<IdeaVotes> tallies) {

  /** The dots of an idea. */
  public record IdeaVotes(UUID ideaId, int votes) {}

  static VotesView own(int limit, List<IdeaVotes> mine) {
    int put = mine.stream().mapToInt(IdeaVotes::votes).sum();
    return new VotesView(limit, limit - put, mine, null);
  }

  static VotesView counted(List<IdeaVotes> tallies) {
    return new VotesView(null, null, null, tallies);
  }
}

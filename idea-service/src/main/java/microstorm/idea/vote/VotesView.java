package microstorm.idea.vote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Dots, as one person may see them: their own while the group chooses, everybody's sums after it.
 *
 * @param limit how many dots a person has
 * @param left how many of them this person has not put yet
 * @param mine where this person's dots are
 * @param tallies where everybody's dots are, most first; left out until they are counted
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

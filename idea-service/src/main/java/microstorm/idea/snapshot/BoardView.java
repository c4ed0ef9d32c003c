package microstorm.idea.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import microstorm.idea.action.Action;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Seat;
import microstorm.idea.board.SessionState;
import microstorm.idea.group.GroupView;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.topic.Topic;
import microstorm.idea.vote.MarksView;
import microstorm.idea.vote.VotesView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A board at one moment, as one person may see it.
 *
 * @param seq the number of the last change that it shows; the live stream goes on from there. Only
 *     its order means something: numbers have gaps, and a gap says nothing about what others do
 * @param votes left out for those who have none, and before the group chooses
 * @param marks left out like {@code votes}
 */
public record BoardView(
    UUID sessionId,
    @Schema(description = BoardClock.DESCRIPTION) long seq,
    Phase phase,
    SessionState session,
    List<Seat> participants,
    List<Topic> topics,
    List<IdeaView> ideas,
    List<GroupView> groups,
    @JsonInclude(JsonInclude.Include.NON_NULL) VotesView votes,
    @JsonInclude(JsonInclude.Include.NON_NULL) MarksView marks,
    List<Action> actions,
    Counts counts) {

  /**
   * How many there are of what this person may see.
   *
   * @param writers how many people have written, never who; shown to those who lead while at least
   *     three participants are present, and to everybody once silence is over
   * @param silent how many of those who may write have not; told like {@code writers}, and as long
   *     as nobody left of whom it cannot be known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Counts(int topics, int ideas, int links, Integer writers, Integer silent) {}
}

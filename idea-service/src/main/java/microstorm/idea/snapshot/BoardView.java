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
 * @param seq the number of the last change that the view contains; the live stream continues from
 *     there. Only the order of numbers has a meaning: numbers have gaps, and a gap says nothing
 *     about what others do
 * @param votes absent for people who have none, and before the converging phase
 * @param marks absent like {@code votes}
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
   * The numbers of items that this person may see.
   *
   * @param writers how many people have written, without their names; shown to facilitators and
   *     owners while at least three participants are present, and to everybody after the quiet
   *     phase
   * @param silent how many people who may write have not written; shown like {@code writers}, but
   *     only while nobody has left for whom this is unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Counts(int topics, int ideas, int links, Integer writers, Integer silent) {}
}

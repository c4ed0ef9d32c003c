package microstorm.idea.snapshot;

import java.util.List;
import java.util.UUID;
import microstorm.idea.action.Action;
import microstorm.idea.action.TeamActions;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Seat;
import microstorm.idea.board.SessionState;
import microstorm.idea.group.GroupView;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.result.Results;
import microstorm.idea.room.RoomCount;
import microstorm.idea.topic.Topic;
import microstorm.idea.vote.MarksView;
import microstorm.idea.vote.VotesView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A board at one moment, as one person may see it. */
@Schema(
    description =
        "A board at one moment, as the caller may see it. In the quiet phase it has no ideas of"
            + " others.")
public record BoardView(
    @Schema(description = "The session of the board.") UUID sessionId,
    @Schema(
            description =
                "The number of the last change that this view contains. The live stream continues"
                    + " from it. Only the order of numbers has a meaning: numbers have gaps, and a"
                    + " gap says nothing about what others do.",
            minimum = "0",
            examples = "17")
        long seq,
    @Schema(description = "The phase of the session, the same as in session.") Phase phase,
    @Schema(description = "The session.") SessionState session,
    @Schema(description = "The people who are present, in the order in which they joined.")
        List<Seat> participants,
    @Schema(description = "The topics, by position.") List<Topic> topics,
    @Schema(description = "The ideas that the caller may see, by position.") List<IdeaView> ideas,
    @Schema(description = "The affinity groups, by position.") List<GroupView> groups,
    @Schema(
            description =
                "The caller's own dots. Present in the converging phase only, and not for people"
                    + " who have none: observers, and owners and members without a seat.")
        @Nullable VotesView votes,
    @Schema(
            description =
                "The caller's own marks. Present in the converging phase only, and not for people"
                    + " who have none: observers, and owners and members without a seat.")
        @Nullable MarksView marks,
    @Schema(
            description =
                "The results, in the order of dots. Absent until the dots and marks are counted,"
                    + " which happens when the phase agreeing begins, or else when the session"
                    + " closes.")
        @Nullable Results results,
    @Schema(description = "The actions that were agreed in this session, by position.")
        List<Action> actions,
    @Schema(
            description =
                "The actions of other sessions of the team, from the lobby until the session closes."
                    + " Absent at other times, and if the plan says not to show them.")
        @Nullable TeamActions teamActions,
    @Schema(description = "The numbers of items that the caller may see.") Counts counts) {

  /** The numbers of items that a person may see. */
  @Schema(description = "The numbers of items that the caller may see.")
  public record Counts(
      @Schema(description = "The number of topics.", minimum = "0", examples = "3") int topics,
      @Schema(description = "The number of ideas.", minimum = "0", examples = "14") int ideas,
      @Schema(
              description = "The number of links in the texts of these ideas.",
              minimum = "0",
              examples = "2")
          int links,
      @Schema(
              description =
                  Participation.WRITERS
                      + " Present from the sharing phase on, and before it for facilitators,"
                      + " owners and members if at least three participants have been connected, or are present"
                      + " while nobody has been. Absent on a board that was imported from a log.",
              minimum = "0",
              examples = "5")
          @Nullable Integer writers,
      @Schema(
              description = Participation.SILENT + " Absent when writers is.",
              minimum = "0",
              examples = "1")
          @Nullable Integer silent,
      @Schema(
              description =
                  "The number of ideas in each room, by number of the room. Present in the sharing"
                      + " phase while the group is split. The caller sees the ideas of their own"
                      + " room; people who lead the session see those of all rooms.")
          @Nullable List<RoomCount> rooms) {}
}

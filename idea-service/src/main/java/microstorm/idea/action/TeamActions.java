package microstorm.idea.action;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The actions of other sessions of the team, as a session shows them while it runs. */
@Schema(
    description =
        "The actions of other sessions of the team, as a session shows them while it runs: what is"
            + " still open, and what was done or dropped since the session before.")
public record TeamActions(
    @Schema(
            description =
                "Grows with every change of the team's actions. Of two lists, the one with the"
                    + " higher number is newer.",
            minimum = "0",
            examples = "12")
        long version,
    @Schema(
            description =
                "The first 100 open actions: by due date, so that late ones come first, then those"
                    + " without one.")
        List<Action> open,
    @Schema(
            description =
                "The 100 actions that were done or dropped last, the newest first, if that was after"
                    + " the end of the team's last session before this one.")
        List<Action> finished,
    @Schema(
            description =
                "Whether there are more than 100 of one kind. Owners and members read all of them"
                    + " with `GET /api/actions`.")
        boolean more) {

  /** The maximum number of open actions, and of finished ones. */
  static final int MAX = 100;

  /** The list of what was read, which may be one more of each kind than it shows. */
  static TeamActions of(long version, List<Action> open, List<Action> finished) {
    return new TeamActions(
        version,
        open.stream().limit(MAX).toList(),
        finished.stream().limit(MAX).toList(),
        open.size() > MAX || finished.size() > MAX);
  }

  /** The ids of all of them. */
  public List<UUID> ids() {
    return Stream.concat(open.stream(), finished.stream()).map(Action::id).toList();
  }
}

package microstorm.report.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.SessionOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of a session held here, in addition to its ideas. */
@Schema(
    description =
        "The result of the session in addition to its ideas. A session that was imported from a"
            + " log has what its log says, and none of the optional fields.")
public record Outcome(
    @Schema(description = "The two sides of each idea of the kind `comparison`.")
        List<ReportComparison> comparisons,
    @Schema(description = "The groups of ideas, in the order of the board.")
        List<ReportGroup> groups,
    @Schema(
            description =
                "The ideas that got dots, most dots first. Empty until the dots are counted,"
                    + " which happens when converging ends, and if there were none.")
        List<ReportVotes> votes,
    @Schema(
            description =
                "The marks of the ideas against the criteria. Empty until the marks are counted,"
                    + " which happens when converging ends, and if there were none. In an anonymous"
                    + " session a mean of fewer than three marks is left out.")
        List<ReportMark> marks,
    @Schema(description = "The actions that the group agreed on, as they are now.")
        List<ReportAction> actions,
    @Schema(
            description =
                "The actions of other sessions of the team that this one showed, as they are now: those"
                    + " that were open, and those that were done or dropped since the session before."
                    + " Empty until the session is closing.")
        List<ReportAction> earlierActions,
    @Schema(description = "Figures of the quiet phase. Absent until it has ended.")
        @Nullable ReportQuiet quiet,
    @Schema(description = "The breaks, in order.") List<ReportBreak> breaks,
    @Schema(
            description =
                "The number of people who wrote ideas. Absent until the session is closing.",
            minimum = "0",
            examples = "6")
        @Nullable Integer writers,
    @Schema(
            description =
                "The number of times that an author got a hint that an idea reads like praise or"
                    + " criticism. Absent until the session is closing, and for people who do not"
                    + " lead it.",
            minimum = "0",
            examples = "1")
        @Nullable Integer hints) {

  /** The same without the number of hints. */
  Outcome withoutHints() {
    return new Outcome(
        comparisons, groups, votes, marks, actions, earlierActions, quiet, breaks, writers, null);
  }

  /** A comparison of two things. */
  @Schema(description = "The two sides of a comparison.")
  public record ReportComparison(
      @Schema(description = "The idea that is this comparison.") UUID ideaId,
      @Schema(description = "The name of one side.", examples = "Compose") String left,
      @Schema(description = "The name of the other side.", examples = "Kubernetes") String right,
      @Schema(description = "The similarities of the two.", examples = "[\"Both run containers\"]")
          List<String> similarities,
      @Schema(
              description = "The differences between the two.",
              examples = "[\"Only one of them uses several hosts\"]")
          List<String> differences) {

    static ReportComparison of(SessionOutcome.Comparison read) {
      return new ReportComparison(
          read.ideaId(), read.left(), read.right(), read.similarities(), read.differences());
    }
  }

  /** An affinity group. */
  @Schema(description = "An affinity group: ideas that belong together.")
  public record ReportGroup(
      @Schema(description = "The id of the group.") UUID id,
      @Schema(description = "The name of the group.", examples = "Cheap and quick") String name,
      @Schema(description = "The ideas in the group, in order.") List<UUID> ideaIds) {

    static ReportGroup of(SessionOutcome.Group read) {
      return new ReportGroup(read.id(), read.name(), read.ideaIds());
    }
  }

  /** The dots of an idea. */
  @Schema(description = "The dots of an idea.")
  public record ReportVotes(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(description = "The number of dots.", minimum = "1", examples = "4") int votes) {

    static ReportVotes of(SessionOutcome.Votes read) {
      return new ReportVotes(read.ideaId(), read.votes());
    }
  }

  /** The marks of an idea for a criterion. */
  @Schema(description = "The marks of an idea against a criterion.")
  public record ReportMark(
      @Schema(description = "The idea.") UUID ideaId,
      @Schema(description = "The criterion.") UUID criterionId,
      @Schema(description = "The mean mark.", minimum = "1", maximum = "5", examples = "3.5")
          double mean,
      @Schema(description = "The number of people who gave a mark.", minimum = "1", examples = "6")
          int count) {

    static ReportMark of(SessionOutcome.Mark read) {
      return new ReportMark(read.ideaId(), read.criterionId(), read.mean(), read.count());
    }
  }

  /** Something that someone will do, with its history. */
  @Schema(
      description =
          "Something that someone will do after the session in which it was agreed, with the sessions"
              + " of its history.")
  public record ReportAction(
      @Schema(description = "The id of the action.") UUID id,
      @Schema(
              description =
                  "The session in which it was agreed. Absent if that session was deleted.")
          @Nullable UUID sessionId,
      @Schema(description = "The idea that the action comes from, if it names one.")
          @Nullable UUID ideaId,
      @Schema(description = "The task, in words.", examples = "Ask for a quotation") String text,
      @Schema(
              description = "The name of the person who will do it, if it is known.",
              examples = "Ana")
          @Nullable String owner,
      @Schema(description = "The day by which it is due, if one was agreed.")
          @Nullable LocalDate dueOn,
      @Schema(
              description =
                  "The state of the action. `dropped` means that the team let it go without doing"
                      + " it.",
              enumeration = {"open", "done", "dropped"})
          String state,
      @Schema(description = "The last 20 sessions that showed it, newest first.")
          List<UUID> shownIn,
      @Schema(
              description =
                  "The session in which it was done or dropped. Absent while it is open, and if that"
                      + " did not happen in a session.")
          @Nullable UUID finishedIn,
      @Schema(
              description =
                  "The time at which it was done or dropped. Absent while it is open, and if that was"
                      + " in an earlier version.")
          @Nullable Instant finishedAt) {}

  /** Figures of the quiet phase. */
  @Schema(description = "Figures of the quiet phase.")
  public record ReportQuiet(
      @Schema(
              description = "The length of the phase in seconds, without breaks.",
              minimum = "0",
              examples = "300")
          long quietSeconds,
      @Schema(
              description = "The length of the breaks in the phase in seconds.",
              minimum = "0",
              examples = "60")
          long pausedSeconds,
      @Schema(description = "Whether the phase ended early because everyone was ready.")
          boolean endedEarly) {}

  /** A break. */
  @Schema(description = "A break of the whole group.")
  public record ReportBreak(
      @Schema(description = "The id of the break.") UUID breakId,
      @Schema(description = "The time at which the break began.") Instant startedAt,
      @Schema(description = "The time at which the break ended. Absent while it lasts.")
          @Nullable Instant endedAt) {}
}

package microstorm.report.imports;

import java.util.List;
import microstorm.report.imports.plan.FoundSession;
import microstorm.report.imports.plan.ImportOutcome;
import microstorm.report.imports.plan.ImportPlan;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.parse.LogRefused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import of a log would do. */
@Schema(description = "What an import of a log would do.")
record LogCheck(
    @Schema(description = "The sessions of the log, by change.") SessionChanges sessions,
    @Schema(
            description = "The number of ideas in the sessions that would be taken from the log.",
            minimum = "0",
            examples = "60")
        int ideas,
    @Schema(
            description =
                "Whether the check was asked to repair wrongly encoded characters (`repair`).")
        boolean repaired,
    @Schema(description = "The sessions that would be added or changed, the first 500.")
        List<ImportOutcome.ImportChange> changes,
    @Schema(
            description =
                "The sessions that were found in the log, in its order, at most 500; sessions that"
                    + " are new or have changed come before others.")
        List<FoundSession> found,
    @Schema(
            description =
                "Places in the log that its author may want to check, in the order of the lines.")
        List<LogWarning> warnings,
    @Schema(
            description = "The number of warnings that are not listed.",
            minimum = "0",
            examples = "0")
        int moreWarnings,
    @Schema(
            description =
                "Why the import would be refused, and what the log has instead. Absent if it would"
                    + " be accepted.")
        @Nullable Refusal refusal) {

  /** The refusal that an import would get. */
  @Schema(name = "LogRefusal", description = "The refusal that an import would get.")
  record Refusal(
      @Schema(
              description = "The problem type, as a refused import has it.",
              examples = "/api/problems#no-session")
          String type,
      @Schema(
              description = "What is wrong, what was found instead and what to do, as sentences.",
              examples = "The text has no session. It has no headings.")
          String detail,
      @Schema(
              description = "The line. Absent if the problem concerns the whole log.",
              minimum = "1",
              examples = "12")
          @Nullable Integer line,
      @Schema(
              description =
                  "How much there is of what is limited. Absent if the problem is no limit.",
              examples = "10001")
          @Nullable Integer found,
      @Schema(
              description = "How much of it there may be. Absent if the problem is no limit.",
              examples = "10000")
          @Nullable Integer limit) {}

  static LogCheck of(ImportPlan plan) {
    ImportOutcome outcome = plan.outcome();
    return new LogCheck(
        SessionChanges.of(outcome),
        plan.sessions().stream().mapToInt(one -> one.session().ideas().size()).sum(),
        outcome.repaired(),
        outcome.changes(),
        plan.found(),
        outcome.warnings(),
        outcome.moreWarnings(),
        null);
  }

  static LogCheck refused(LogRefused refused, String detail, boolean repaired) {
    return new LogCheck(
        SessionChanges.NONE,
        0,
        repaired,
        List.of(),
        List.of(),
        List.of(),
        0,
        new Refusal(
            "/api/problems#" + refused.problem().id(),
            detail,
            refused.line(),
            refused.found(),
            refused.limit()));
  }
}

package microstorm.report.imports;

import microstorm.report.imports.plan.ImportOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sessions of a log, by what an import of it changes. */
@Schema(
    description =
        "The numbers of sessions of a log, by what an import of it changes in the log book as it"
            + " was before.")
public record SessionChanges(
    @Schema(description = "Sessions that are not in the log book.", minimum = "0", examples = "3")
        int added,
    @Schema(
            description = "Sessions that the log describes differently from the log book.",
            minimum = "0",
            examples = "1")
        int changed,
    @Schema(
            description = "Sessions that are the same in the log book.",
            minimum = "0",
            examples = "0")
        int unchanged,
    @Schema(
            description =
                "Sessions of the log that were held in Microstorm. They stay as they are.",
            minimum = "0",
            examples = "0")
        int held,
    @Schema(
            description = "Sessions of the log book that are missing from the log. They stay.",
            minimum = "0",
            examples = "0")
        int absent) {

  static final SessionChanges NONE = new SessionChanges(0, 0, 0, 0, 0);

  static SessionChanges of(ImportOutcome outcome) {
    return new SessionChanges(
        outcome.added(), outcome.changed(), outcome.unchanged(), outcome.held(), outcome.absent());
  }
}

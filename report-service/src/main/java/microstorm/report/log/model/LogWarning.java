package microstorm.report.log.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A warning about a place in a log that its author may want to check. The import has lost no text
 * there.
 */
@Schema(
    description = "A place in the log that its author may want to check. No text was lost there.")
public record LogWarning(
    @Schema(description = "The number of the line, counted from 1.", minimum = "1", examples = "12")
        int line,
    @Schema(
            description = "The kind of the warning. Versions may add kinds.",
            enumeration = {
              "date-ambiguous",
              "date-invalid",
              "date-missing",
              "fence-not-closed",
              "frame-kept",
              "frame-replaced",
              "held-here",
              "kept-as-note",
              "link-malformed",
              "link-without-target",
              "mojibake",
              "number-twice",
              "outcome-not-read",
              "replacement-character",
              "session-twice",
              "title-missing",
              "unknown-section",
              "weekday-mismatch",
              "year-inferred",
              "year-unknown"
            })
        String code,
    @Schema(
            description = "The warning as a sentence.",
            examples = "May 7, 2020 was a Thursday, not a Wednesday.")
        String message,
    @Schema(
            description =
                "The values in the sentence. Absent if it has none, and in imports of earlier"
                    + " versions.")
        @Nullable WarningValues values) {}

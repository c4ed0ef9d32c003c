package microstorm.report.book;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the list of reports. */
@Schema(description = "A page of the list of reports.")
public record ReportPage(
    @Schema(description = "The reports, newest session first; those without a date come last.")
        List<ReportSummary> items,
    @Schema(
            description = "The `cursor` of the next page. Absent on the last page.",
            examples = "MjAyNi0wMS0wMi8wMTkwYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE")
        @Nullable String next) {}

package microstorm.report.book;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reports of a log, for the description of the export as JSON. */
@Schema(description = "The reports of the sessions of a log.")
record ExportedReports(
    @Schema(description = "The reports, in the order of the log.") List<ReportView> items) {}

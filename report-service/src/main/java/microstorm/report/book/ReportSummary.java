package microstorm.report.book;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report as an entry of the list.
 *
 * @param complete whether the report contains everything that the board's seal counts
 */
public record ReportSummary(
    UUID id,
    @Schema(nullable = true) Integer number,
    String title,
    LocalDate date,
    String phase,
    boolean complete,
    List<String> participants,
    int topics,
    int ideas) {}

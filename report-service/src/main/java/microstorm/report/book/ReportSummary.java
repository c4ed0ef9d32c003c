package microstorm.report.book;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A report as it stands in the list.
 *
 * @param complete whether everything of the session has arrived here
 */
public record ReportSummary(
    UUID id,
    Integer number,
    String title,
    LocalDate date,
    String phase,
    boolean complete,
    List<String> participants,
    int topics,
    int ideas) {}

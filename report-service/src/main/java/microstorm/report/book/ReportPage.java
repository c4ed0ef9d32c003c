package microstorm.report.book;

import java.util.List;

/**
 * Some reports, newest first, and the cursor of the next page; the cursor is null on the last page.
 */
public record ReportPage(List<ReportSummary> items, String next) {}

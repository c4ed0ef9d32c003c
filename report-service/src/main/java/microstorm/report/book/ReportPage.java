package microstorm.report.book;

import java.util.List;

/** Some reports, newest first, and the cursor that asks for the next ones; null at the end. */
public record ReportPage(List<ReportSummary> items, String next) {}

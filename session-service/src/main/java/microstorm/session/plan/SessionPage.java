package microstorm.session.plan;

import java.util.List;

/** A page of sessions, with the cursor of the next page; null on the last page. */
public record SessionPage(List<SessionSummary> items, String next) {}

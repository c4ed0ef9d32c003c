package microstorm.session.plan;

import java.util.List;

/** Some sessions, and the cursor that asks for the next ones; null at the end. */
public record SessionPage(List<SessionSummary> items, String next) {}

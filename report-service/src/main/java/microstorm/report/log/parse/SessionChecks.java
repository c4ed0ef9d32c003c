package microstorm.report.log.parse;

import java.util.HashMap;
import java.util.Map;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.WarningValues;

/** Warns about sessions that lack a title or a date, and about two that look like the same. */
final class SessionChecks {
  private final Warnings warnings;
  private final Map<Integer, Integer> linesByNumber = new HashMap<>();
  private final Map<String, Integer> linesByIdentity = new HashMap<>();

  SessionChecks(Warnings warnings) {
    this.warnings = warnings;
  }

  /** Checks the next session of the log. */
  void warn(SessionDraft draft) {
    SessionContent content = draft.content();
    int line = draft.heading.number;
    if (content.title() == null && !draft.hasDatedHeading()) {
      warnings.add(line, "title-missing", "This session has no title.");
    }
    if (content.date() == null && !draft.has(LineKind.DATE)) {
      warnings.add(line, "date-missing", "This session has no date.");
    }
    Integer first =
        content.number() == null ? null : linesByNumber.putIfAbsent(content.number(), line);
    if (first != null) {
      warnings.add(
          line,
          "number-twice",
          "Session number " + content.number() + " is already used on line " + first + ".",
          WarningValues.ofSession(content.number(), first));
    }
    if (content.title() != null) {
      Integer same = linesByIdentity.putIfAbsent(content.date() + " " + content.title(), line);
      if (same != null) {
        warnings.add(
            line,
            "session-twice",
            "A session with the same date and title is already on line " + same + ".",
            WarningValues.ofSession(null, same));
      }
    }
  }
}

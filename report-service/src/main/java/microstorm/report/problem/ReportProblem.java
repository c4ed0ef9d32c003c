package microstorm.report.problem;

import microstorm.http.problem.ProblemDefinition;
import microstorm.http.problem.ProblemType;

/** The problem types of report-service. */
public enum ReportProblem implements ProblemType {
  NOT_UTF_8(
      400, "Not UTF-8", "The log is not UTF-8 text.", "Save the log as UTF-8 and send it again."),
  FORM_WITHOUT_LOG(
      400,
      "Form without a log",
      "The form has no file with a log, or cannot be read.",
      "Send the log as a file in a field named file, or as the body itself."),
  READER_CODE_GONE(
      401,
      "Reader code renewed",
      "The reader code that your token was issued for was renewed or disabled.",
      "Ask a facilitator, an owner or a member of the team for the present code."),
  NOT_FOR_OBSERVERS(
      403,
      "Not for observers",
      "The facilitator has not opened the report to observers.",
      "Ask a facilitator to open it, or for the reader code."),
  LATER_IMPORT(
      409,
      "Later import",
      "A later import changed the log book, so this one cannot be undone first.",
      "Undo the import that the detail names, then repeat the request."),
  UNDO_NOT_POSSIBLE(
      409,
      "Undo not possible",
      "The import changed nothing, or its time for an undo is over.",
      "Delete the import, or import an earlier edition of the log again."),
  SESSION_NOT_MATCHED(
      409,
      "Session not matched",
      "The import did not match this session with a session under another number, date or title.",
      "Split only sessions that the status of the import lists as matched."),
  TOO_MANY_WEBHOOKS(
      409,
      "Too many webhooks",
      "The team has as many webhooks as it can have.",
      "Delete one first."),
  WEBHOOK_INACTIVE(
      409, "Webhook inactive", "The webhook is not active.", "Activate it, then try again."),
  WEBHOOKS_OFF(
      409,
      "Webhooks are off",
      "This installation sends no events to webhooks.",
      "Ask its operator to switch them on."),
  LINK_CHECKS_OFF(
      409,
      "Link checks off",
      "The operator of this installation does not permit checks of links.",
      "Ask the operator to set microstorm.links.check.enabled."),
  LINK_CHECK_RUNNING(
      409,
      "Link check running",
      "A check of your team's links is running.",
      "Wait until it is finished. GET /api/link-checks shows how far it is."),
  CONTROL_CHARACTER(
      422,
      "Control character",
      "The log contains a NUL character.",
      "Remove the character from the given line."),
  NO_SESSION(
      422,
      "No session found",
      "The log contains no session.",
      "Begin each session with a heading such as \"### Session : 1\" or \"## 2026-01-31\"."),
  TOO_MANY_LINES(
      422, "Too many lines", "The log has too many lines for one import.", "Split the log."),
  TOO_MANY_SESSIONS(
      422, "Too many sessions", "The log has too many sessions for one import.", "Split the log."),
  LOG_TOO_MANY_PARTICIPANTS(
      422,
      "Too many participants in the log",
      "A session in the log has too many participants for an import.",
      "Split the session."),
  TOO_MANY_TOPICS(
      422,
      "Too many topics",
      "A session in the log has too many topics for an import.",
      "Split the session."),
  LOG_TOO_MANY_IDEAS(
      422,
      "Too many ideas in the log",
      "A session in the log has too many ideas for an import.",
      "Split the session."),
  LOG_TOO_DEEP(
      422,
      "Log nested too deeply",
      "A list in the log has too many levels for an import.",
      "Nest the bullets less deeply."),
  TITLE_TOO_LONG(
      422,
      "Title too long",
      "A title in the log is too long for an import.",
      "Shorten the title on the given line."),
  NAME_TOO_LONG(
      422,
      "Name too long",
      "The name of a participant is too long for an import.",
      "Shorten the name on the given line."),
  TEXT_TOO_LONG(
      422,
      "Text too long",
      "A problem or summary in the log is too long for an import.",
      "Shorten the text on the given line."),
  IDEA_TOO_LONG(
      422,
      "Idea too long",
      "An idea in the log is too long for an import.",
      "Shorten the idea on the given line."),
  SESSION_TOO_LARGE(
      422,
      "Session too large",
      "A session in the log is too large for an import.",
      "Split the session."),
  LOG_BOOK_FULL(
      409,
      "Log book full",
      "Your team's log book would have more sessions than a log book may have. Sessions of imports"
          + " that were taken back or deleted count too.",
      "Import the log into the log book of another team."),
  REPORT_TOO_LARGE(
      422,
      "Report too large",
      "The report is too large for a PDF.",
      "Ask for the report as HTML and print it from the browser."),
  LINK_CHECK_TOO_SOON(
      429,
      "Link check too soon",
      "Your team has started a check of its links a short time ago.",
      "Wait for the seconds in the header Retry-After, then start the check again."),
  IMPORT_RUNNING(
      429,
      "Import running",
      "The last import of your team is still being processed.",
      "Wait for the seconds in the header Retry-After, then send the log again.");

  private final ProblemDefinition definition;

  ReportProblem(int status, String title, String meaning, String remedy) {
    definition = new ProblemDefinition(status, title, meaning, remedy);
  }

  @Override
  public ProblemDefinition definition() {
    return definition;
  }
}

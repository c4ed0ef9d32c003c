package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.start.FoundHeading;
import microstorm.report.log.start.HeadingWords;
import microstorm.report.log.start.SessionStart;

/** Reads the heading of a session, which may stand below its first fields. */
final class SessionTitle {
  private final SessionDraft draft;
  private final SessionFields fields;
  private final OpenBlock open;
  private boolean pending;

  SessionTitle(SessionDraft draft, SessionFields fields, OpenBlock open) {
    this.draft = draft;
    this.fields = fields;
    this.open = open;
  }

  /** Reads the heading of the session. */
  void begin(List<LogLine> lines, Regions regions, SessionStart start, int to) {
    int from = start.line() + start.headingLines();
    String title = FieldLine.firstTitle(lines, regions, from, to);
    boolean dated = FieldLine.hasFirst(LineKind.DATE, lines, regions, from, to);
    if (start.own() != null) {
      SessionHeading own = start.own();
      boolean plain = dated || own.titleEnd() == own.titleStart();
      fields.heading(
          own,
          title,
          plain
              ? null
              : HeadingWords.ofTitle(draft.heading.text, own.titleStart(), own.titleEnd()));
    } else if (start.heading() != null) {
      String below = start.headingLines() < 2 ? "" : lines.get(start.line() + 1).raw();
      fields.heading(start.heading(), title, dated, below);
    } else {
      fields.noHeading();
      pending = true;
    }
  }

  /**
   * Reads a heading below the first fields, if it has the title of the session or repeats the one
   * in the front matter.
   *
   * @param below the line below it that belongs to it
   * @return whether it is one
   */
  boolean read(FoundHeading heading, LogLine line, String below) {
    if (!pending || draft.entries.begun() || open.isBullet()) {
      return false;
    }
    if (!draft.has(LineKind.TITLE)) {
      open.close();
      draft.literal(LayoutLine.blank(line.text.substring(0, heading.start())));
      fields.titleHeading(
          line, heading.start(), heading.words(), null, draft.has(LineKind.DATE), below);
    } else if (line.text.substring(heading.start(), heading.end()).equals(draft.titleText())) {
      open.close();
      draft.literal(
          LineTemplate.of(line, heading.start(), heading.end())
              .literal(below)
              .line(LineKind.TITLE, null));
    } else {
      return false;
    }
    pending = false;
    return true;
  }
}

package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.start.HeadingWords;

/** Turns the words of a heading into title, date and number of a session, in their order. */
final class HeadingParts {
  private final SessionDraft draft;
  private final SessionFields fields;
  private final LogLine line;
  private int done;

  private record Part(int start, int end, Runnable read) {}

  /**
   * Begins after the text of the line that is already in the layout.
   *
   * @param from the offset after that text
   */
  HeadingParts(SessionDraft draft, SessionFields fields, LogLine line, int from) {
    this.draft = draft;
    this.fields = fields;
    this.line = line;
    this.done = from;
  }

  /**
   * Reads the words.
   *
   * @param titleField the value of the session's Title field; null if there is none
   * @param dateKnown whether the session's date is known from elsewhere
   */
  void read(HeadingWords words, String titleField, boolean dateKnown) {
    List<Part> parts = new ArrayList<>();
    if (words.titleEnd() > words.titleStart()) {
      parts.add(
          new Part(
              words.titleStart(),
              words.titleEnd(),
              () -> title(words.titleStart(), words.titleEnd(), titleField)));
    }
    if (words.otherEnd() > words.otherStart()) {
      parts.add(
          new Part(
              words.otherStart(),
              words.otherEnd(),
              () -> note(words.otherStart(), words.otherEnd())));
    }
    DateForms.Written date = words.date();
    if (date != null && !dateKnown) {
      parts.add(new Part(date.start(), date.end(), () -> fields.dates().readInHeading(line, date)));
    }
    parts.sort(Comparator.comparingInt(Part::start));
    for (Part part : parts) {
      skipTo(part.start());
      part.read().run();
      done = part.end();
    }
  }

  /** Ends the line, with the lines that follow it in the heading. */
  void end(String following) {
    draft.literal(LayoutLine.blank(line.text.substring(done) + line.end + following));
  }

  private void skipTo(int offset) {
    if (offset > done) {
      draft.literal(LayoutLine.blank(line.text.substring(done, offset)));
    }
  }

  private void title(int start, int end, String titleField) {
    String title = line.text.substring(start, end);
    if (titleField != null && !titleField.equals(title)) {
      note(start, end);
      return;
    }
    draft.literal(new LayoutLine(LineKind.TITLE, null, List.of("", "")));
    if (titleField == null) {
      draft.title(title, line.number);
    } else {
      draft.headingTitle(title, line.number);
    }
  }

  private void note(int start, int end) {
    String text = line.text.substring(start, end);
    fields.keptAsNote(line.number, text);
    draft.entries.addParagraph(new LineTemplate().value(text), IdeaKind.NOTE, line.number);
  }
}

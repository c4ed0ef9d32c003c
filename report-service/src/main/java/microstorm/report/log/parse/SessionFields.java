package microstorm.report.log.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Participants;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.parse.TextBlock.Shape;
import microstorm.report.problem.ReportProblem;

/** Turns complete lines and blocks into a session's fields and entries, with warnings. */
final class SessionFields {
  private final SessionDraft draft;

  SessionFields(SessionDraft draft) {
    this.draft = draft;
  }

  /**
   * The session's heading.
   *
   * @param titleField the value of the session's Title field; null if there is none
   */
  void heading(SessionHeading heading, String titleField) {
    LogLine line = draft.heading;
    boolean titled = heading.titleEnd() > heading.titleStart();
    int behind = titled ? heading.titleStart() : line.text.length();
    LineTemplate template = new LineTemplate();
    if (heading.number() == null) {
      template.literal(line.text, 0, behind);
    } else {
      template.literal(line.text, 0, heading.numberStart());
      template.value(line.text.substring(heading.numberStart(), heading.numberEnd()));
      template.literal(line.text, heading.numberEnd(), behind);
    }
    draft.number(heading.number());
    draft.literal(template.literal(titled ? "" : line.end).line(LineKind.HEADING, null));
    if (titled) {
      headingTitle(heading, titleField);
    }
  }

  private void headingTitle(SessionHeading heading, String titleField) {
    LogLine line = draft.heading;
    String title = line.text.substring(heading.titleStart(), heading.titleEnd());
    if (titleField == null || titleField.equals(title)) {
      draft.limits.check(
          title.length(),
          draft.limits.nameCharacters(),
          ReportProblem.TITLE_TOO_LONG,
          "characters in this title",
          line.number);
      draft.literal(new LayoutLine(LineKind.TITLE, null, List.of("", "")));
      if (titleField == null) {
        draft.title(title, line.number);
      } else {
        draft.headingTitle(title, line.number);
      }
      draft.literal(LayoutLine.blank(line.text.substring(heading.titleEnd()) + line.end));
    } else {
      remainder(line, heading.titleStart(), heading.titleEnd());
    }
  }

  /** Reads a field of a single line. */
  void read(LogLine line, FieldLine field) {
    if (field.value() == line.stop) {
      draft.empty(field.kind());
      draft.literal(new LayoutLine(field.kind(), null, List.of(line.raw())));
      return;
    }
    switch (field.kind()) {
      case DATE -> date(line, field.value());
      case TITLE -> {
        LineTemplate template = LineTemplate.of(line, field.value(), line.stop);
        draft.title(template.values().get(0), line.number);
        draft.literal(template.line(LineKind.TITLE, null));
      }
      case PARTICIPANTS -> participants(line, field.value());
      default -> throw new IllegalArgumentException(field.kind() + " is read as a block.");
    }
  }

  /** Reads a complete block. */
  void complete(TextBlock block) {
    LineTemplate template = block.template();
    int line = block.first.number;
    String text = String.join("\n", template.values());
    if (block.shape == Shape.FIELD) {
      draft.text(block.kind, text, line);
      draft.literal(template.line(block.kind, null));
    } else if (template.values().isEmpty()) {
      emptyMark(block);
    } else if (block.shape == Shape.BULLET) {
      draft.entries.addBullet(template, block.first.indent, line);
    } else if (block.shape == Shape.QUOTE || block.shape == Shape.MARKED_QUOTE) {
      draft.entries.addParagraph(template, IdeaKind.QUOTE, line);
    } else {
      keptAsNote(line, text);
      draft.entries.addParagraph(template, IdeaKind.NOTE, line);
    }
  }

  /** Keeps a bullet or {@code >} without text as a note. */
  private void emptyMark(TextBlock block) {
    keptAsNote(block.first.number, block.first.stripped());
    draft.entries.addParagraph(block.verbatim().template(), IdeaKind.NOTE, block.first.number);
  }

  private void participants(LogLine line, int from) {
    LineTemplate template = new LineTemplate().literal(line.text, 0, from);
    Participants.split(template, line.text, from, line.stop);
    template.literal(line.text, line.stop, line.text.length()).literal(line.end);
    draft.participants(template.values(), line.number);
    draft.literal(template.line(LineKind.PARTICIPANTS, null));
  }

  private void date(LogLine line, int from) {
    Optional<DateForms.Written> found = DateForms.read(line.text, from, line.stop);
    String shown = Quotation.of(line.text.substring(from, line.stop));
    if (found.isEmpty()) {
      draft.empty(LineKind.DATE);
      draft.warnings.add(
          line.number, "date-invalid", shown + " is not a valid date; it was kept as a note.");
      draft.entries.addParagraph(
          LineTemplate.of(line, line.start, line.stop), IdeaKind.NOTE, line.number);
      return;
    }
    DateForms.Written written = found.get();
    draft.date(written.date());
    int rest = LogLine.skipSpace(line.text, written.stop(), line.stop);
    draft.literal(dateLine(line, written, rest));
    if (rest < line.stop) {
      remainder(line, rest, line.stop);
    }
    warnAboutDate(line.number, written, shown);
  }

  private static LayoutLine dateLine(LogLine line, DateForms.Written written, int rest) {
    boolean whole = rest == line.stop;
    String before = line.text.substring(0, written.start());
    String behind =
        line.text.substring(written.end(), whole ? line.text.length() : rest)
            + (whole ? line.end : "");
    List<String> literals =
        written.pattern() == null
            ? List.of(before + line.text.substring(written.start(), written.end()) + behind)
            : List.of(before, behind);
    return new LayoutLine(
        LineKind.DATE, null, literals, written.pattern(), written.date().toString());
  }

  private void warnAboutDate(int line, DateForms.Written written, String shown) {
    LocalDate date = written.date();
    DayOfWeek weekday = date.getDayOfWeek();
    if (written.weekday() != null && written.weekday() != weekday) {
      String said = written.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String was = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String day = DateForms.format(date, "MMMM d, uuuu");
      draft.warnings.add(line, "weekday-mismatch", day + " was a " + was + ", not a " + said + ".");
    }
    if (written.ambiguous()) {
      String read = DateForms.format(date, "MMMM d, uuuu");
      draft.warnings.add(line, "date-ambiguous", shown + " was read month first: " + read + ".");
    }
  }

  /** Keeps the rest of a line that begins with a field as a note of its own. */
  private void remainder(LogLine line, int from, int to) {
    String text = line.text.substring(from, to);
    keptAsNote(line.number, text);
    draft.entries.addParagraph(new LineTemplate().value(text), IdeaKind.NOTE, line.number);
    draft.literal(LayoutLine.blank(line.text.substring(to) + line.end));
  }

  private void keptAsNote(int line, String text) {
    draft.warnings.add(
        line, "kept-as-note", Quotation.of(text) + " belongs to no idea; it was kept as a note.");
  }
}

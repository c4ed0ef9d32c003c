package microstorm.report.log.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.WarningValues;

/** Reads the date of a session, with warnings about what looks wrong. */
final class DateField {
  private final SessionDraft draft;
  private final SessionFields fields;

  DateField(SessionDraft draft, SessionFields fields) {
    this.draft = draft;
    this.fields = fields;
  }

  /** Reads the value of a Date field at this offset. */
  void read(LogLine line, int from, int stop) {
    Optional<DateForms.Written> found = DateForms.read(line.text, from, stop);
    String shown = Quotation.of(line.text.substring(from, stop));
    if (found.isEmpty()) {
      draft.empty(LineKind.DATE);
      draft.warnings.add(
          line.number,
          "date-invalid",
          shown + " is not a valid date; it was kept as a note.",
          WarningValues.ofText(Quotation.shorten(line.text.substring(from, stop))));
      draft.entries.addParagraph(
          LineTemplate.of(line, line.start, line.stop), IdeaKind.NOTE, line.number);
      return;
    }
    DateForms.Written written = found.get();
    int rest = LogLine.skipSpace(line.text, written.stop(), stop);
    boolean whole = rest == stop;
    int to = whole ? line.text.length() : rest;
    accept(line, written, layout(line, written, 0, to, whole ? line.end : ""));
    if (!whole) {
      fields.remainder(line, rest, stop);
    }
  }

  /** Reads a date within a heading. */
  void readInHeading(LogLine line, DateForms.Written written) {
    draft.datedHeading();
    accept(line, written, layout(line, written, written.start(), written.end(), ""));
  }

  private void accept(LogLine line, DateForms.Written written, LayoutLine layout) {
    boolean swapped = written.ambiguous() && draft.hasDaysFirst();
    draft.date(swapped ? swapped(written.date()) : written.date());
    if (written.yearless()) {
      draft.yearless(line.number);
    } else if (!swapped) {
      warnAboutDate(line, written);
    }
    draft.literal(
        swapped
            ? new LayoutLine(
                layout.kind(),
                null,
                List.of(literal(line, layout, written)),
                null,
                draft.date().toString())
            : layout);
  }

  /** The layout of a date with the text around it between two offsets. */
  private static LayoutLine layout(
      LogLine line, DateForms.Written written, int from, int to, String end) {
    String before = line.text.substring(from, written.start());
    String behind = line.text.substring(written.end(), to) + end;
    List<String> literals =
        written.pattern() == null
            ? List.of(before + line.text.substring(written.start(), written.end()) + behind)
            : List.of(before, behind);
    return new LayoutLine(
        LineKind.DATE, null, literals, written.pattern(), written.date().toString());
  }

  private static LocalDate swapped(LocalDate date) {
    return LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
  }

  private static String literal(LogLine line, LayoutLine layout, DateForms.Written written) {
    return layout.slots() == 0
        ? layout.first()
        : layout.first() + line.text.substring(written.start(), written.end()) + layout.last();
  }

  private void warnAboutDate(LogLine source, DateForms.Written written) {
    int line = source.number;
    String text = source.text.substring(written.start(), source.stop);
    LocalDate date = written.date();
    DayOfWeek weekday = date.getDayOfWeek();
    if (written.weekday() != null && written.weekday() != weekday) {
      String said = written.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String was = weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String day = DateForms.format(date, "MMMM d, uuuu");
      draft.warnings.add(
          line,
          "weekday-mismatch",
          day + " was a " + was + ", not a " + said + ".",
          WarningValues.ofWeekday(date, written.weekday()));
    }
    if (written.ambiguous()) {
      String read = DateForms.format(date, "MMMM d, uuuu");
      draft.warnings.add(
          line,
          "date-ambiguous",
          Quotation.of(text) + " was read month first: " + read + ".",
          WarningValues.ofDate(Quotation.shorten(text), date));
    }
  }
}

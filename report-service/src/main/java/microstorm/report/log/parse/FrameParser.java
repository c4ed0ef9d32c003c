package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.LogFrame;

/** Reads the lines before a log's first session. */
final class FrameParser {
  private final List<LayoutLine> layout = new ArrayList<>();
  private final List<String> standards = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder blanks = new StringBuilder();
  private String title;
  private String note;
  private String standardsTitle;
  private TextBlock standard;
  private boolean inStandards;

  /** Reads the lines before {@code to}. */
  LogFrame parse(boolean bom, List<LogLine> lines, Regions regions, int to, String tail) {
    for (int i = 0; i < to; i++) {
      LogLine line = lines.get(i);
      if (line.blank()) {
        closeStandard();
        blanks.append(line.raw());
      } else if (regions.inside(i) || regions.endOf(i) >= 0) {
        text(line);
      } else {
        line(line);
      }
    }
    closeStandard();
    closeBlanks();
    return new LogFrame(bom, title, note, standardsTitle, standards, notes, layout, tail);
  }

  private void line(LogLine line) {
    Markup.Heading heading = Markup.heading(line);
    int bullet = Markup.bullet(line);
    Markup.Label label = Markup.label(line, line.start);
    if (heading != null && heading.end() > heading.start()) {
      heading(line, heading);
    } else if (inStandards && bullet >= 0 && bullet < line.stop) {
      closeStandard();
      closeBlanks();
      standard = new TextBlock(TextBlock.Shape.BULLET, null, line, bullet);
    } else if (standard != null && line.indent > 0 && bullet < 0) {
      standard.append(line);
    } else if (note == null && label != null && label.colon() && isNote(line, label)) {
      note = value(LineKind.NOTE, line, label.rest(), line.stop);
    } else {
      text(line);
    }
  }

  private static boolean isNote(LogLine line, Markup.Label label) {
    return label.rest() < line.stop
        && line.text.substring(label.start(), label.end()).equalsIgnoreCase("note");
  }

  private void heading(LogLine line, Markup.Heading heading) {
    closeStandard();
    String text = line.text.substring(heading.start(), heading.end()).toLowerCase(Locale.ROOT);
    inStandards =
        standardsTitle == null
            && (text.contains("standard") || text.contains("rules"))
            && !firstTitle(heading);
    if (inStandards) {
      standardsTitle = value(LineKind.STANDARDS, line, heading.start(), heading.end());
    } else if (title == null) {
      title = value(LineKind.TITLE, line, heading.start(), heading.end());
    } else {
      text(line);
    }
  }

  /** A log may be called "Our standards": its heading of level 1 is its title. */
  private boolean firstTitle(Markup.Heading heading) {
    return title == null && heading.level() == 1;
  }

  private void text(LogLine line) {
    closeStandard();
    inStandards = false;
    notes.add(value(LineKind.TEXT, line, line.start, line.stop));
  }

  private String value(LineKind kind, LogLine line, int from, int to) {
    closeBlanks();
    LineTemplate template = LineTemplate.of(line, from, to);
    layout.add(template.line(kind, null));
    return template.values().get(0);
  }

  private void closeStandard() {
    if (standard != null) {
      LineTemplate template = standard.template();
      standards.add(String.join("\n", template.values()));
      layout.add(template.line(LineKind.STANDARD, null));
      standard = null;
    }
  }

  private void closeBlanks() {
    if (blanks.length() > 0) {
      layout.add(LayoutLine.blank(blanks.toString()));
      blanks.setLength(0);
    }
  }
}

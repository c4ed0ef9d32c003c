package microstorm.report.log.start;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Regions;

/**
 * A heading in any form.
 *
 * @param line the index of its line
 * @param form how it is written
 * @param level its level, 1 to 6; 7 for a line that is only a date
 * @param start the offset of its text
 * @param end the offset after its text
 */
public record FoundHeading(int line, Form form, int level, int start, int end, HeadingWords words) {

  /** How a heading is written. */
  public enum Form {
    /** With number signs. */
    ATX,
    /** With a line of equals signs or dashes below it. */
    SETEXT,
    /** A bold line. */
    BOLD,
    /** A line that is only a date. */
    PLAIN
  }

  private static final int LONGEST_LINE = 200;

  int lines() {
    return form == Form.SETEXT ? 2 : 1;
  }

  /** Headings of one form and level; those of both levels of setext count as one. */
  int group() {
    return form == Form.SETEXT ? 20 : form == Form.ATX ? level : 20 + form.ordinal();
  }

  String text(List<LogLine> lines) {
    return lines.get(line).text.substring(start, end);
  }

  /** The headings from this line on, without what only looks like one inside a region. */
  static List<FoundHeading> all(List<LogLine> lines, Regions regions, int from) {
    List<FoundHeading> found = new ArrayList<>();
    boolean first = true;
    for (int i = from; i < lines.size(); i++) {
      LogLine line = lines.get(i);
      if (line.blank() || regions.inside(i) || regions.endOf(i) >= 0) {
        continue;
      }
      FoundHeading heading = atx(line, i);
      heading = heading == null ? setext(lines, regions, i) : heading;
      heading = heading == null ? date(lines, i) : heading;
      heading = heading == null && first ? title(line, i) : heading;
      first = false;
      if (heading != null) {
        found.add(heading);
      }
    }
    return found;
  }

  /** The heading with an underline at this line; null if there is none. */
  public static FoundHeading setext(List<LogLine> lines, Regions regions, int i) {
    LogLine line = lines.get(i);
    int level = i + 1 == lines.size() || regions.inside(i + 1) ? 0 : underline(lines.get(i + 1));
    boolean text =
        level > 0
            && line.indent < 4
            && line.text.length() <= LONGEST_LINE
            && "#>|<`~".indexOf(line.first()) < 0
            && Markup.bullet(line) < 0
            && !Markup.thematicBreak(line)
            && FieldLine.of(line, line.start) == null
            && (i == 0 || closes(lines.get(i - 1)));
    return text ? of(i, Form.SETEXT, level, line, line.start, line.stop) : null;
  }

  /** 1 or 2 for the underline of a heading of this level, 0 for any other line. */
  private static int underline(LogLine line) {
    if (line.blank() || line.indent > 3) {
      return 0;
    }
    String marks = line.stripped();
    char mark = marks.charAt(0);
    boolean only = marks.length() > 1 && marks.chars().allMatch(c -> c == mark);
    return !only ? 0 : mark == '=' ? 1 : mark == '-' && marks.length() > 2 ? 2 : 0;
  }

  private static boolean closes(LogLine above) {
    return above.blank() || Markup.thematicBreak(above) || Markup.heading(above) != null;
  }

  /** The heading with number signs on this line; null if there is none. */
  public static FoundHeading atx(LogLine line, int i) {
    Markup.Heading heading = Markup.heading(line);
    if (heading == null || heading.end() == heading.start()) {
      return null;
    }
    Markup.Label label = Markup.label(line, heading.start());
    boolean bold = label != null && label.rest() >= heading.end();
    int start = bold ? label.start() : heading.start();
    int end = bold ? label.end() : Markup.withoutColon(line.text, heading.start(), heading.end());
    return of(i, Form.ATX, heading.level(), line, start, end);
  }

  /** A line that is only a date, in bold or after a blank line. */
  private static FoundHeading date(List<LogLine> lines, int i) {
    LogLine line = lines.get(i);
    Markup.Label label = Markup.label(line, line.start);
    if (label != null && label.rest() == line.stop) {
      FoundHeading bold = of(i, Form.BOLD, 7, line, label.start(), label.end());
      return bold.onlyDate() ? bold : null;
    }
    if (line.text.length() > 60 || line.indent > 3 || i > 0 && !closes(lines.get(i - 1))) {
      return null;
    }
    int end = Markup.withoutColon(line.text, line.start, line.stop);
    FoundHeading plain = of(i, Form.PLAIN, 7, line, line.start, end);
    return plain.onlyDate() && !plain.words.date().yearless() ? plain : null;
  }

  /** The first line of the text, if it has a date. */
  private static FoundHeading title(LogLine line, int i) {
    boolean text =
        line.text.length() <= LONGEST_LINE
            && "#>|<`~".indexOf(line.first()) < 0
            && Markup.bullet(line) < 0
            && FieldLine.of(line, line.start) == null;
    FoundHeading title = text ? of(i, Form.PLAIN, 7, line, line.start, line.stop) : null;
    return title != null && title.words.dated() && !title.words.date().yearless() ? title : null;
  }

  private boolean onlyDate() {
    return words.dated()
        && words.titleEnd() == words.titleStart()
        && words.otherEnd() == words.otherStart();
  }

  private static FoundHeading of(int i, Form form, int level, LogLine line, int start, int end) {
    return new FoundHeading(i, form, level, start, end, HeadingWords.of(line.text, start, end));
  }
}

package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Participants;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.model.LineKind;

/**
 * The people of a session as a list below a line such as {@code **Attendees:**} or {@code ###
 * Attendees}.
 *
 * @param last the index of its last line
 * @param template the lines, with a value for each name
 */
record PeopleList(int last, LineTemplate template) {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_WORDS = 5;

  /** The list that begins with the title or field at this line; null if there is none. */
  static PeopleList at(List<LogLine> lines, Regions regions, int from, int to) {
    LogLine line = lines.get(from);
    Markup.Heading heading = line.first() == '#' ? Markup.heading(line) : null;
    if (!(heading == null ? isEmptyField(line) : isTitle(line, heading))) {
      return null;
    }
    int first = from + 1;
    while (first < to && lines.get(first).blank()) {
      first++;
    }
    if (first == to || regions.endOf(first) >= 0) {
      return null;
    }
    if (Markup.bullet(lines.get(first)) < 0) {
      return heading == null ? null : paragraph(lines, from, first, to);
    }
    return bullets(lines, from, first, to);
  }

  private static boolean isEmptyField(LogLine line) {
    int bullet = Markup.bullet(line);
    FieldLine field = FieldLine.of(line, bullet < 0 ? line.start : bullet);
    return field != null && field.kind() == LineKind.PARTICIPANTS && field.value() == field.end();
  }

  private static boolean isTitle(LogLine line, Markup.Heading heading) {
    Markup.Label label = Markup.label(line, heading.start());
    boolean bold = label != null && label.rest() >= heading.end();
    int start = bold ? label.start() : heading.start();
    int end = bold ? label.end() : Markup.withoutColon(line.text, heading.start(), heading.end());
    FieldLine field = FieldLine.of(LogLine.split(line.text.substring(start, end) + ":").get(0), 0);
    return field != null && field.kind() == LineKind.PARTICIPANTS;
  }

  private static PeopleList bullets(List<LogLine> lines, int from, int first, int to) {
    LineTemplate template = new LineTemplate();
    lines.subList(from, first).forEach(line -> template.literal(line.raw()));
    int i = first;
    for (; i < to && !lines.get(i).blank(); i++) {
      LogLine line = lines.get(i);
      int bullet = Markup.bullet(line);
      if (bullet < 0) {
        break;
      }
      int start = afterBox(line, bullet);
      Markup.Label bold = Markup.label(line, start);
      boolean whole = bold != null && bold.rest() == line.stop && !bold.colon();
      int nameStart = whole ? bold.start() : start;
      int nameEnd = whole ? bold.end() : line.stop;
      if (!isName(line.text, nameStart, nameEnd)) {
        return null;
      }
      template
          .literal(line.text, 0, nameStart)
          .value(line.text.substring(nameStart, nameEnd))
          .literal(line.text, nameEnd, line.text.length())
          .literal(line.end);
    }
    boolean ends =
        i == to
            || lines.get(i).blank()
            || Markup.heading(lines.get(i)) != null
            || Markup.thematicBreak(lines.get(i))
            || Markup.label(lines.get(i), lines.get(i).start) != null
            || FieldLine.of(lines.get(i), lines.get(i).start) != null;
    return ends && separate(lines, from, first, i, to) ? new PeopleList(i - 1, template) : null;
  }

  /** After a blank line, the list of a field must not be the only one of its section. */
  private static boolean separate(List<LogLine> lines, int from, int first, int end, int to) {
    if (first == from + 1 || lines.get(from).first() == '#') {
      return true;
    }
    int next = end;
    while (next < to && lines.get(next).blank()) {
      next++;
    }
    return next < to && Markup.bullet(lines.get(next)) < 0;
  }

  private static PeopleList paragraph(List<LogLine> lines, int from, int first, int to) {
    LogLine line = lines.get(first);
    boolean alone = first + 1 == to || lines.get(first + 1).blank();
    if (!alone || "#>|<`~".indexOf(line.first()) >= 0) {
      return null;
    }
    LineTemplate template = new LineTemplate();
    lines.subList(from, first).forEach(above -> template.literal(above.raw()));
    template.literal(line.text, 0, line.start);
    Participants.split(template, line.text, line.start, line.stop);
    template.literal(line.text, line.stop, line.text.length()).literal(line.end);
    boolean names = template.values().stream().allMatch(name -> isName(name, 0, name.length()));
    return names && !template.values().isEmpty() ? new PeopleList(first, template) : null;
  }

  private static int afterBox(LogLine line, int from) {
    int sign = Markup.boxEnd(line.text, from, line.stop);
    if (sign > from) {
      return LogLine.skipSpace(line.text, sign, line.stop);
    }
    return line.stop - from > 4
            && line.text.charAt(from) == '['
            && " xX".indexOf(line.text.charAt(from + 1)) >= 0
            && line.text.startsWith("] ", from + 2)
        ? LogLine.skipSpace(line.text, from + 3, line.stop)
        : from;
  }

  /** Whether this is short, is no sentence and begins like a name. */
  private static boolean isName(String text, int start, int end) {
    if (end <= start || end - start > LONGEST_NAME) {
      return false;
    }
    String name = text.substring(start, end);
    char c = name.charAt(0);
    boolean begins = c == '@' || c == '[' || Character.isLetter(c) && !Character.isLowerCase(c);
    return begins
        && Participants.isPerson(name)
        && name.split("\\s+").length <= MOST_WORDS
        && ".?!:;".indexOf(name.charAt(name.length() - 1)) < 0;
  }
}

package microstorm.report.log.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.Participants;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.SessionContent;

/** The format of a session or frame that does not come from a log. */
final class DefaultFormat {
  /**
   * Literals that match no number of values, so that the renderer writes the field in its default
   * format.
   */
  private static final List<String> NO_LITERALS = List.of();

  private DefaultFormat() {}

  /**
   * The lines of the heading and the fields. Topics and ideas have no lines here and are written as
   * new ones.
   */
  static List<LayoutLine> session(SessionContent content) {
    List<LayoutLine> lines = new ArrayList<>();
    boolean numbered = content.number() != null;
    lines.add(
        line(
            LineKind.HEADING,
            numbered ? List.of("### Session : ", "\n") : List.of("### Session\n")));
    add(lines, content.date() != null, LineKind.DATE, content);
    add(lines, content.title() != null, LineKind.TITLE, content);
    add(lines, !content.participants().isEmpty(), LineKind.PARTICIPANTS, content);
    add(lines, content.problem() != null, LineKind.PROBLEM, content);
    boolean filled = !content.topics().isEmpty() || !content.ideas().isEmpty();
    add(lines, content.summary() != null || filled, LineKind.SUMMARY, content);
    return lines;
  }

  private static void add(
      List<LayoutLine> lines, boolean present, LineKind kind, SessionContent content) {
    if (present) {
      lines.add(LayoutLine.blank("\n"));
      boolean label = kind == LineKind.SUMMARY && content.summary() == null;
      lines.add(line(kind, label ? List.of("**Summary**:\n") : NO_LITERALS));
    }
  }

  private static LayoutLine line(LineKind kind, List<String> literals) {
    return new LayoutLine(kind, null, literals);
  }

  /**
   * A field as one line, or as several if its value has several lines; null if the session does not
   * have the field.
   */
  static String field(LineKind kind, SessionContent content, String end) {
    String value =
        switch (kind) {
          case DATE -> content.date() == null ? null : date(content.date());
          case TITLE -> content.title();
          case PARTICIPANTS ->
              content.participants().isEmpty() ? null : Participants.join(content.participants());
          case PROBLEM -> escaped(content.problem());
          case SUMMARY -> escaped(content.summary());
          default -> throw new IllegalArgumentException(kind + " is not a field");
        };
    String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    return value == null ? null : "**" + name + "**: " + value.replace("\n", end + "  ") + end;
  }

  private static String escaped(String text) {
    return text == null ? null : Escape.lines(text);
  }

  private static String date(LocalDate date) {
    return DateForms.format(date, DateForms.DEFAULT_PATTERN);
  }

  static List<LayoutLine> frame(LogFrame frame) {
    List<LayoutLine> lines = new ArrayList<>();
    if (frame.title() != null) {
      lines.add(line(LineKind.TITLE, List.of("# ", "\n\n")));
    }
    if (frame.note() != null) {
      lines.add(line(LineKind.NOTE, List.of("**Note:** ", "\n")));
    }
    frame.notes().forEach(note -> lines.add(line(LineKind.TEXT, List.of("", "\n"))));
    if (frame.standardsTitle() != null) {
      lines.add(line(LineKind.STANDARDS, List.of("### ", "\n")));
    }
    frame.standards().forEach(standard -> lines.add(line(LineKind.STANDARD, List.of("-\t", "\n"))));
    if (!lines.isEmpty()) {
      lines.add(LayoutLine.blank("\n"));
    }
    return lines;
  }
}

package microstorm.report.log.render;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.TopicRank;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.outcome.OutcomeLines;

/**
 * Writes the heading and fields of a session: with their layout if the values fit it, otherwise in
 * the default format.
 */
final class FieldRenderer {
  private static final List<LineKind> OPTIONAL =
      List.of(
          LineKind.DATE, LineKind.TITLE, LineKind.PARTICIPANTS, LineKind.PROBLEM, LineKind.SUMMARY);

  private final LogWriter out;
  private final SessionContent content;
  private final String end;
  private final List<String> outcome;
  private final boolean outcomeFits;
  private int outcomeLine;
  private final Set<LineKind> laidOut = EnumSet.noneOf(LineKind.class);
  private int lastOfHead;
  private boolean missingWritten;

  FieldRenderer(
      LogWriter out,
      SessionContent content,
      List<LayoutLine> lines,
      String end,
      List<String> outcome) {
    this.outcome = outcome;
    this.outcomeFits =
        outcome.size()
            == lines.stream()
                .filter(line -> line.kind() == LineKind.OUTCOME && line.slots() == 1)
                .count();
    this.out = out;
    this.content = content;
    this.end = end;
    for (int i = 0; i < lines.size(); i++) {
      LineKind kind = lines.get(i).kind();
      if (kind.field()) {
        laidOut.add(kind);
        lastOfHead = kind.compareTo(LineKind.PARTICIPANTS) <= 0 ? i : lastOfHead;
      }
    }
  }

  void write(LayoutLine line) throws IOException {
    switch (line.kind()) {
      case HEADING -> heading(line);
      case NUMBER -> out.write(line.first());
      case OUTCOME -> outcome(line);
      case DATE -> date(line);
      case TITLE -> values(line, content.title() == null ? List.of() : List.of(content.title()));
      case PARTICIPANTS -> values(line, content.participants());
      case PROBLEM -> values(line, lines(content.problem()));
      case SUMMARY -> values(line, lines(content.summary()));
      default -> out.write(String.join("", line.literals()));
    }
  }

  /**
   * Writes the fields without a layout, after the layout line with this index. They are written
   * once, when the heading is complete and a line has just ended.
   */
  void afterLine(int index, LayoutLine next) throws IOException {
    if (index < lastOfHead || missingWritten || !out.atLineStart()) {
      return;
    }
    missingWritten = true;
    boolean any = false;
    for (LineKind kind : OPTIONAL) {
      String text = laidOut.contains(kind) ? null : DefaultFormat.field(kind, content, end);
      if (text != null) {
        out.blankLine(end);
        out.write(text);
        any = true;
      }
    }
    if (any && next != null && next.kind() != LineKind.BLANK) {
      out.blankLine(end);
    }
  }

  private void heading(LayoutLine line) throws IOException {
    if (laidOut.contains(LineKind.NUMBER)) {
      out.write(line.first());
    } else if ((content.number() == null) == (line.slots() == 0)) {
      out.write(
          line.filled(content.number() == null ? List.of() : List.of(content.number().toString())));
    } else {
      String level = "#".repeat(TopicRank.levelOf(line.first()));
      String ending =
          line.last().isEmpty() || line.last().endsWith("\n") || line.last().endsWith("\r")
              ? end
              : " - ";
      out.write(
          level
              + (content.number() == null ? " Session" : " Session : " + content.number())
              + ending);
    }
  }

  private void date(LayoutLine line) throws IOException {
    if (content.date() == null) {
      values(line, List.of());
    } else if (!content.date().toString().equals(line.date())) {
      changedDate(line);
    } else if (line.slots() == 0) {
      out.write(line.first());
    } else {
      out.write(line.filled(List.of(DateForms.format(content.date(), line.pattern()))));
    }
  }

  /**
   * The layout of a line has its bullet and the spaces before it. If lines are missing, all are
   * written in the default format below the label.
   */
  private void outcome(LayoutLine line) throws IOException {
    if (line.slots() == 0) {
      out.write(line.first());
      for (String text : outcomeFits ? List.<String>of() : outcome) {
        out.write(OutcomeLines.bullet(text) + end);
      }
    } else if (outcomeFits) {
      String text = outcome.get(outcomeLine++);
      out.write(line.filled(List.of(text.startsWith("  ") ? text.substring(2) : text)));
    }
  }

  /** A date within a heading stays there. */
  private void changedDate(LayoutLine line) throws IOException {
    if (line.date() != null && !out.atLineStart() && line.last().isEmpty()) {
      String pattern = line.pattern() == null ? "uuuu-MM-dd" : line.pattern();
      out.write(DateForms.format(content.date(), pattern));
    } else {
      fallback(line);
    }
  }

  private void values(LayoutLine line, List<String> values) throws IOException {
    if (values.size() == line.slots() && line.date() == null) {
      out.write(line.filled(values));
    } else if (!values.isEmpty()) {
      fallback(line);
    }
  }

  private void fallback(LayoutLine line) throws IOException {
    out.endLine(end);
    out.write(DefaultFormat.field(line.kind(), content, end));
  }

  private static List<String> lines(String text) {
    return text == null ? List.of() : List.of(text.split("\n", -1));
  }
}

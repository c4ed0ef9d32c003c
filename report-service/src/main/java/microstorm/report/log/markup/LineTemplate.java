package microstorm.report.log.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;

/** Splits a text into literals and values that alternate. */
public final class LineTemplate {
  private final List<String> literals = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  public LineTemplate literal(String text) {
    literal.append(text);
    return this;
  }

  public LineTemplate literal(String text, int from, int to) {
    literal.append(text, from, to);
    return this;
  }

  public LineTemplate value(String value) {
    literals.add(literal.toString());
    literal.setLength(0);
    values.add(value);
    return this;
  }

  public List<String> values() {
    return values;
  }

  /** All literals, one more than there are values. */
  public List<String> literals() {
    List<String> all = new ArrayList<>(literals);
    all.add(literal.toString());
    return all;
  }

  /** A line with one value between two offsets. */
  public static LineTemplate of(LogLine line, int from, int to) {
    return new LineTemplate()
        .literal(line.text, 0, from)
        .value(line.text.substring(from, to))
        .literal(line.text, to, line.text.length())
        .literal(line.end);
  }

  public LayoutLine line(LineKind kind, UUID ref) {
    return new LayoutLine(kind, ref, literals());
  }
}

package microstorm.report.log;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes a text apart into literals and values that interleave. */
final class Slots {
  private final List<String> literals = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  Slots literal(String text) {
    literal.append(text);
    return this;
  }

  Slots literal(String text, int from, int to) {
    literal.append(text, from, to);
    return this;
  }

  Slots value(String value) {
    literals.add(literal.toString());
    literal.setLength(0);
    values.add(value);
    return this;
  }

  List<String> values() {
    return values;
  }

  /** All literals, one more than values. */
  List<String> literals() {
    List<String> all = new ArrayList<>(literals);
    all.add(literal.toString());
    return all;
  }

  /** A line with one value between two offsets. */
  static Slots of(Line line, int from, int to) {
    return new Slots()
        .literal(line.text, 0, from)
        .value(line.text.substring(from, to))
        .literal(line.text, to, line.text.length())
        .literal(line.end);
  }

  LayoutLine line(LineKind kind, UUID ref) {
    return new LayoutLine(kind, ref, literals());
  }
}

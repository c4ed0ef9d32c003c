package microstorm.report.log.markup;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import microstorm.report.log.model.LineKind;

/** Rows of a table with two cells that are a field, such as {@code | Date | 2020-05-09 |}. */
public final class FactRow {
  private static final Set<LineKind> KINDS =
      EnumSet.of(LineKind.DATE, LineKind.TITLE, LineKind.PARTICIPANTS);

  private FactRow() {}

  /**
   * The field in the row at this line; null if there is none. The heading of a table is one only if
   * it has a date, because "Who" and "What" are the names of columns there.
   */
  public static FieldLine at(List<LogLine> lines, int i) {
    LogLine line = lines.get(i);
    int bar = line.blank() || line.first() != '|' ? -1 : line.text.indexOf('|', line.start + 1);
    if (bar < 0 || bar >= line.stop) {
      return null;
    }
    int close = line.text.indexOf('|', bar + 1);
    FieldLine field = FieldLine.ofCells(line, bar, close < 0 ? line.stop : close);
    boolean two = close < 0 || close + 1 == line.stop;
    if (!two || field == null || !KINDS.contains(field.kind()) || field.value() == field.end()) {
      return null;
    }
    boolean heading = i + 1 < lines.size() && isEmpty(lines.get(i + 1));
    boolean date = DateForms.read(line.text, field.value(), field.end()).isPresent();
    return (field.kind() == LineKind.DATE ? date : !heading) ? field : null;
  }

  /** Whether this is a row without words next to such a row. */
  public static boolean separates(List<LogLine> lines, int i) {
    if (!isEmpty(lines.get(i))) {
      return false;
    }
    int next = i + 1;
    while (next < lines.size() && next < i + 3 && isEmpty(lines.get(next))) {
      next++;
    }
    return i > 0 && at(lines, i - 1) != null || next < lines.size() && at(lines, next) != null;
  }

  private static boolean isEmpty(LogLine line) {
    return !line.blank()
        && line.first() == '|'
        && line.stripped().chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
  }
}

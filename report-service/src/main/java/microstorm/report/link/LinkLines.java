package microstorm.report.link;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.SessionLayout;
import org.jspecify.annotations.Nullable;

/** The lines of the texts of a session in its log, counted from the heading of the session. */
final class LinkLines {

  /** Those of a session that comes from no log. */
  static final LinkLines NONE = new LinkLines();

  private final Map<UUID, int[]> ideas = new HashMap<>();
  private int[] problem = {};
  private int[] summary = {};

  private LinkLines() {}

  static LinkLines of(SessionLayout layout) {
    LinkLines lines = new LinkLines();
    int line = 0;
    for (LayoutLine part : layout.lines()) {
      int[] values = new int[part.slots()];
      for (int i = 0; i < values.length; i++) {
        line += breaks(part.literals().get(i));
        values[i] = line;
      }
      line += breaks(part.last());
      lines.note(part, values);
    }
    return lines;
  }

  private void note(LayoutLine part, int[] values) {
    if (part.kind() == LineKind.IDEA && part.ref() != null) {
      ideas.put(part.ref(), values);
    } else if (part.kind() == LineKind.PROBLEM) {
      problem = values;
    } else if (part.kind() == LineKind.SUMMARY) {
      summary = values;
    }
  }

  /** The line of a line of an idea; null if it is unknown. */
  @Nullable Integer idea(UUID idea, int line) {
    return at(ideas.getOrDefault(idea, new int[0]), line);
  }

  @Nullable Integer problem(int line) {
    return at(problem, line);
  }

  @Nullable Integer summary(int line) {
    return at(summary, line);
  }

  private static @Nullable Integer at(int[] lines, int line) {
    return line < lines.length ? Integer.valueOf(lines[line]) : null;
  }

  private static int breaks(String literal) {
    int breaks = 0;
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == '\n' || c == '\r' && !literal.startsWith("\n", i + 1)) {
        breaks++;
      }
    }
    return breaks;
  }
}

package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import microstorm.report.log.model.LogWarning;

/** Collects warnings up to a limit and counts the rest. */
public final class Warnings {
  static final int QUOTED = 80;

  private final int limit;
  private final List<LogWarning> kept = new ArrayList<>();
  private int more;

  Warnings(int limit) {
    this.limit = limit;
  }

  void add(int line, String code, String message) {
    if (kept.size() < limit) {
      kept.add(new LogWarning(line, code, message));
    } else {
      more++;
    }
  }

  List<LogWarning> byLine() {
    return kept.stream().sorted(Comparator.comparingInt(LogWarning::line)).toList();
  }

  int more() {
    return more;
  }

  /** A text in quotation marks, on one line, shortened to {@value #QUOTED} characters. */
  public static String quote(String text) {
    String flat = text.replace('\n', ' ').strip();
    if (flat.length() <= QUOTED) {
      return "\"" + flat + "\"";
    }
    int end = Character.isHighSurrogate(flat.charAt(QUOTED - 2)) ? QUOTED - 2 : QUOTED - 1;
    return "\"" + flat.substring(0, end) + "…\"";
  }
}

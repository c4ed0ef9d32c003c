package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import microstorm.report.log.model.LogWarning;

/** Collects warnings up to a limit and counts the rest. */
final class Warnings {
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
}

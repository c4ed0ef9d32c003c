package microstorm.report.log.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Nesting;

/** Chooses the mark of each new bullet, so that a parser finds it in the right parent. */
final class BulletMarks {
  private final Nesting nesting = Nesting.ofBullets();
  private final Map<UUID, Integer> columns = new HashMap<>();

  /** The mark of the last bullet inside a parent or topic; the key null is neither. */
  private final Map<UUID, String> lastInContainer = new HashMap<>();

  boolean isListOpen() {
    return nesting.size() > 0;
  }

  void closeList() {
    nesting.clear();
  }

  /** The parent that a parser would give to a bullet in this column. */
  UUID parentAt(int column) {
    return nesting.parentAt(column);
  }

  /**
   * The mark of the previous sibling, or the default one.
   *
   * @param inReferences whether the topic is one of references, whose bullets are indented
   */
  String of(Outline.Entry bullet, boolean inReferences) {
    UUID parent = bullet.parentId();
    String mark = lastInContainer.get(container(bullet));
    if (mark != null && Objects.equals(nesting.parentAt(column(mark)), parent)) {
      return mark;
    }
    int column = parent == null ? 0 : columns.getOrDefault(parent, 0) + 2;
    return " ".repeat(column) + (inReferences && parent == null ? "  * " : "- ");
  }

  /** The column of a mark, which is the width of the white space before it. */
  static int column(String mark) {
    return LogLine.columns(mark, LogLine.skipSpace(mark, 0, mark.length()));
  }

  void enter(Outline.Entry bullet, int column, String mark) {
    nesting.enter(bullet.id(), column);
    columns.put(bullet.id(), column);
    if (mark.indexOf('\n') < 0 && mark.indexOf('\r') < 0) {
      lastInContainer.put(container(bullet), mark);
    }
  }

  private static UUID container(Outline.Entry bullet) {
    return bullet.parentId() == null ? bullet.topicId() : bullet.parentId();
  }
}

package microstorm.report.log.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Determines the parent of an element from depths alone: columns of bullets, ranks of topics. The
 * parser and the renderer share it, so that the renderer knows how the parser would read a text.
 */
public final class Nesting {
  private record Open(UUID id, int depth) {}

  private final int step;
  private final List<Open> open = new ArrayList<>();

  private Nesting(int step) {
    this.step = step;
  }

  /** A bullet is inside another if it is indented by two columns more. */
  public static Nesting ofBullets() {
    return new Nesting(2);
  }

  /** A topic is inside the nearest previous topic of a lower rank. */
  public static Nesting ofTopics() {
    return new Nesting(1);
  }

  /** The parent of an element at this depth; null at the top level. */
  public UUID parentAt(int depth) {
    int parent = parentIndex(depth);
    return parent < 0 ? null : open.get(parent).id();
  }

  public void enter(UUID id, int depth) {
    open.subList(parentIndex(depth) + 1, open.size()).clear();
    open.add(new Open(id, depth));
  }

  public int size() {
    return open.size();
  }

  public void clear() {
    open.clear();
  }

  private int parentIndex(int depth) {
    int i = open.size() - 1;
    while (i >= 0 && open.get(i).depth() + step > depth) {
      i--;
    }
    return i;
  }
}

package microstorm.report.log.link;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a text. */
final class TextLines {

  private final int[] breaks;

  TextLines(String text) {
    breaks = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
  }

  /** The number of lines before the one with this character, which is no line break. */
  int before(int offset) {
    int place = Arrays.binarySearch(breaks, offset);
    return place < 0 ? -place - 1 : place;
  }
}

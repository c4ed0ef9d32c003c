package microstorm.report.document;

import com.openhtmltopdf.bidi.BidiReorderer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Turns text that is read from the right into the order and the forms in which it is drawn. */
final class RightToLeft implements BidiReorderer {

  private static final String PAIRS = "()[]{}<>«»‹›≤≥";
  private static final Map<Integer, Integer> MIRRORED = mirrored();

  /** From the last character to the first; a mark stays behind the letter that it belongs to. */
  @Override
  public String reorderRTLTextToLTR(String text) {
    Deque<StringBuilder> clusters = new ArrayDeque<>();
    text.codePoints()
        .forEach(
            point -> {
              if (clusters.isEmpty() || !isMark(point)) {
                clusters.push(new StringBuilder());
              }
              clusters.peek().appendCodePoint(MIRRORED.getOrDefault(point, point));
            });
    return String.join("", clusters);
  }

  @Override
  public String shapeText(String text) {
    return ArabicForms.shaped(text);
  }

  @Override
  public String deshapeText(String text) {
    return ArabicForms.letters(text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  private static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static Map<Integer, Integer> mirrored() {
    Map<Integer, Integer> mirrored = new java.util.HashMap<>();
    for (int i = 0; i < PAIRS.length(); i += 2) {
      mirrored.put((int) PAIRS.charAt(i), (int) PAIRS.charAt(i + 1));
      mirrored.put((int) PAIRS.charAt(i + 1), (int) PAIRS.charAt(i));
    }
    return Map.copyOf(mirrored);
  }
}

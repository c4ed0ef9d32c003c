package microstorm.report.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into pieces that were searched for and others. The places come from the database,
 * which marks words in copies of the text; they are never put into the text itself.
 */
final class TextSegments {

  /** The longest excerpt, in UTF-16 code units. */
  static final int MAX_LENGTH = 300;

  /** The text before the first marked word in an excerpt. */
  private static final int LEAD = 60;

  /** Around a marked word in a copy; the database removes them from the text first. */
  static final char BEGIN = '\ue000';

  static final char END = '\ue001';

  private TextSegments() {}

  /**
   * The pieces of a text, of a long one around the first marked word.
   *
   * @param copies the text as often as the database has marked it, character for character
   * @param parts texts to mark wherever they occur
   */
  static List<TextSegment> of(String text, List<String> copies, List<String> parts) {
    BitSet marked = new BitSet(text.length());
    copies.forEach(copy -> mark(copy, marked));
    parts.forEach(part -> mark(text, part, marked));
    marked.clear(text.length(), Math.max(text.length(), marked.length()));
    int from = start(text, marked);
    int to = boundary(text, Math.min(text.length(), from + MAX_LENGTH));
    List<TextSegment> segments = new ArrayList<>();
    if (from > 0) {
      segments.add(new TextSegment("\u2026", false));
    }
    for (int at = from; at < to; ) {
      boolean here = marked.get(at);
      int next = here ? marked.nextClearBit(at) : marked.nextSetBit(at);
      int end = next < 0 || next > to ? to : next;
      segments.add(new TextSegment(text.substring(at, end), here));
      at = end;
    }
    if (to < text.length()) {
      segments.add(new TextSegment("\u2026", false));
    }
    return segments;
  }

  private static void mark(String copy, BitSet marked) {
    int place = 0;
    boolean inside = false;
    for (char c : copy.toCharArray()) {
      if (c == BEGIN || c == END) {
        inside = c == BEGIN;
      } else {
        marked.set(place, marked.get(place) || inside);
        place++;
      }
    }
  }

  private static void mark(String text, String part, BitSet marked) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (part.isEmpty() || lower.length() != text.length()) {
      return;
    }
    for (int at = lower.indexOf(part); at >= 0; at = lower.indexOf(part, at + part.length())) {
      marked.set(at, at + part.length());
    }
  }

  private static int start(String text, BitSet marked) {
    int first = marked.nextSetBit(0);
    if (text.length() <= MAX_LENGTH || first <= LEAD) {
      return 0;
    }
    int space = text.indexOf(' ', first - LEAD);
    return boundary(text, space < 0 || space >= first ? first : space + 1);
  }

  /** Does not separate the two halves of a character. */
  private static int boundary(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }
}

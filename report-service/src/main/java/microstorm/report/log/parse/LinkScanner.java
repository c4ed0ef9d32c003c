package microstorm.report.log.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import microstorm.report.log.markup.LogLine;

/**
 * Finds the links in an entry's text in linear time: {@code [label](target)}, {@code <https://...>}
 * and bare web addresses.
 */
public final class LinkScanner {
  /** CommonMark's limit; it also bounds how often a character is read. */
  private static final int MAX_PARENTHESES = 32;

  private final String text;
  private final List<Link> links = new ArrayList<>();
  private final Deque<Integer> brackets = new ArrayDeque<>();

  /**
   * A link.
   *
   * @param start the offset of its first character
   * @param end the offset after its last character
   * @param label the text in brackets; for a bare address the address itself
   * @param target the address; empty if there is none
   */
  public record Link(int start, int end, String label, String target) {}

  private LinkScanner(String text) {
    this.text = text;
  }

  /** The links of this text from left to right; none is inside another. */
  public static List<Link> links(String text) {
    return new LinkScanner(text).scan();
  }

  /** Whether this text is one link with a target, and nothing else. */
  public static boolean isOneLink(String text) {
    List<Link> links = links(text);
    return links.size() == 1
        && links.get(0).start() == 0
        && links.get(0).end() == text.length()
        && !links.get(0).target().isEmpty();
  }

  private List<Link> scan() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == '[') {
        brackets.push(i++);
      } else if (c == ']') {
        i = closeBracket(i);
      } else if (c == '<' && addressAt(i + 1)) {
        i = angled(i);
      } else if ((c == 'h' || c == 'H') && addressAt(i) && brackets.isEmpty()) {
        i = bare(i);
      } else {
        i++;
      }
    }
    return links;
  }

  private int closeBracket(int at) {
    Integer open = brackets.poll();
    if (open == null || at + 1 >= text.length() || text.charAt(at + 1) != '(') {
      return at + 1;
    }
    int from = LogLine.skipSpace(text, at + 2, text.length());
    int to = targetEnd(from);
    int close = LogLine.skipSpace(text, skipTitle(to), text.length());
    if (close >= text.length() || text.charAt(close) != ')') {
      return at + 1;
    }
    brackets.clear();
    links.add(
        new Link(open, close + 1, text.substring(open + 1, at).strip(), text.substring(from, to)));
    return close + 1;
  }

  private int targetEnd(int from) {
    int depth = 0;
    int i = from;
    for (; i < text.length() && !Character.isWhitespace(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if (c == '(' && ++depth > MAX_PARENTHESES || c == ')' && depth-- == 0) {
        break;
      }
    }
    return i;
  }

  private int skipTitle(int from) {
    int i = LogLine.skipSpace(text, from, text.length());
    if (i == from || i >= text.length() || text.charAt(i) != '"' && text.charAt(i) != '\'') {
      return from;
    }
    int close = text.indexOf(text.charAt(i), i + 1);
    return close < 0 ? from : close + 1;
  }

  private boolean addressAt(int i) {
    return text.regionMatches(true, i, "http://", 0, 7)
        || text.regionMatches(true, i, "https://", 0, 8);
  }

  private int angled(int open) {
    int to = open + 1;
    while (to < text.length()
        && text.charAt(to) != '>'
        && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    if (to == text.length() || text.charAt(to) != '>') {
      return to;
    }
    String target = text.substring(open + 1, to);
    links.add(new Link(open, to + 1, target, target));
    return to + 1;
  }

  private int bare(int from) {
    int to = from;
    while (to < text.length()
        && !Character.isWhitespace(text.charAt(to))
        && "<>\"[]".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    while (".,;:!?'*_)".indexOf(text.charAt(to - 1)) >= 0 && to > from + 8) {
      to--;
    }
    String target = text.substring(from, to);
    links.add(new Link(from, to, target, target));
    return to;
  }
}

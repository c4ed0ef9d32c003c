package microstorm.report.log.outcome;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.model.ParsedIdea;

/** Texts of people within a line about the outcome, so that reading yields the same text. */
final class OutcomeText {
  private static final int EXCERPT = 40;
  private static final String END = "\\.";
  private static final Pattern REFERENCE = Pattern.compile("idea (\\d{1,6}) \"");

  private OutcomeText() {}

  /** The text on one line. */
  static String escape(String text) {
    String line = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    boolean visible = !line.isEmpty() && !Character.isWhitespace(line.charAt(line.length() - 1));
    return visible ? line : line + END;
  }

  /** The text of an escaped line; null if the line has a backslash with another meaning. */
  static String unescape(String line) {
    StringBuilder text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char next = ++i < line.length() ? line.charAt(i) : ' ';
      if (next == '.' && i == line.length() - 1) {
        return text.toString();
      }
      if ("\\nr".indexOf(next) < 0) {
        return null;
      }
      text.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
    }
    return text.toString();
  }

  /** An idea by its number in the session, with its first words. */
  static String reference(int number, ParsedIdea idea) {
    String first = LogLine.split(idea.text() + "\n").get(0).text;
    int length = first.codePointCount(0, first.length());
    String words =
        length <= EXCERPT ? first : first.substring(0, first.offsetByCodePoints(0, EXCERPT)) + "…";
    return "idea " + number + " \"" + words + "\"";
  }

  /** The idea of a reference; null if there is no such idea. */
  static ParsedIdea idea(String reference, List<ParsedIdea> ideas) {
    Matcher number = REFERENCE.matcher(reference);
    if (!number.lookingAt()) {
      return null;
    }
    int place = Integer.parseInt(number.group(1));
    return place < 1 || place > ideas.size() ? null : ideas.get(place - 1);
  }
}

package microstorm.report.log.markup;

/**
 * The position in a date during parsing, and the pattern that yields the text before the position.
 */
final class DateCursor {
  final String text;
  final int to;
  final StringBuilder pattern = new StringBuilder();
  int at;

  DateCursor(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.to = to;
  }

  /** Reads a number of at most nine digits, which is more than any part of a date has. */
  int number() {
    int value = 0;
    for (int digits = 0; at < to && digits < 9 && Markup.digit(text.charAt(at)); digits++) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return value;
  }

  String ordinal() {
    for (String ending : new String[] {"st", "nd", "rd", "th"}) {
      String found = word(ending);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /**
   * Reads this word in upper or lower case, if it is a whole word at this position, and returns it
   * as written.
   */
  String word(String word) {
    int end = at + word.length();
    if (end > to || !text.regionMatches(true, at, word, 0, word.length())) {
      return "";
    }
    if (end < to && Character.isLetter(text.charAt(end))) {
      return "";
    }
    String found = text.substring(at, end);
    at = end;
    return found;
  }

  String skip(String characters) {
    int from = at;
    while (at < to && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  void literal(String written) {
    if (written.isEmpty()) {
      return;
    }
    int last = pattern.length() - 1;
    if (last >= 0 && pattern.charAt(last) == '\'') {
      pattern.setLength(last); // two adjacent quoted parts would mean an apostrophe
    } else {
      pattern.append('\'');
    }
    pattern.append(written).append('\'');
  }
}

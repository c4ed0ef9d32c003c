package microstorm.report.log.markup;

/** A place in a date that is being read, and the pattern that would write what was read so far. */
class DateCursor {
  final String text;
  final int to;
  final StringBuilder pattern = new StringBuilder();
  int at;

  DateCursor(String text, int from, int to) {
    this.text = text;
    this.at = from;
    this.to = to;
  }

  /** At most nine digits; which are too many for any part of a date. */
  final int number() {
    int value = 0;
    for (int digits = 0; at < to && digits < 9 && Markup.digit(text.charAt(at)); digits++) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return value;
  }

  final String ordinal() {
    for (String ending : new String[] {"st", "nd", "rd", "th"}) {
      String found = word(ending);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** Steps over this word in any case, if it stands alone here, and returns it as written. */
  final String word(String word) {
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

  final String skip(String characters) {
    int from = at;
    while (at < to && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  final void literal(String written) {
    if (written.isEmpty()) {
      return;
    }
    int last = pattern.length() - 1;
    if (last >= 0 && pattern.charAt(last) == '\'') {
      pattern.setLength(last); // two quoted parts side by side would mean an apostrophe
    } else {
      pattern.append('\'');
    }
    pattern.append(written).append('\'');
  }
}

package microstorm.report.log.outcome;

import microstorm.report.log.markup.Markup;

/**
 * Check boxes at the beginning of an entry, such as {@code [x] Book the room} and {@code ☑ Book the
 * room}.
 */
public final class CheckBoxes {
  private static final int LENGTH = 3;
  private static final char EMPTY_SIGN = '\u2610';

  private CheckBoxes() {}

  /** Whether the text begins with a check box and has further words. */
  public static boolean begins(String text) {
    return length(text) > 0;
  }

  /** The text after the check box. */
  public static String text(String text) {
    return text.substring(length(text)).strip();
  }

  /** Whether the box is ticked. */
  public static boolean ticked(String text) {
    return text.charAt(0) == '[' ? text.charAt(1) != ' ' : text.charAt(0) != EMPTY_SIGN;
  }

  /** Whether the text begins with a check box in brackets and has further words. */
  static boolean inBrackets(String text) {
    return text.length() > LENGTH + 1
        && text.charAt(0) == '['
        && " xX".indexOf(text.charAt(1)) >= 0
        && text.charAt(2) == ']'
        && Character.isWhitespace(text.charAt(LENGTH))
        && !text.substring(LENGTH).isBlank();
  }

  /** The length of the box; 0 if there is none. */
  private static int length(String text) {
    return inBrackets(text) ? LENGTH : Markup.boxEnd(text, 0, text.length());
  }
}

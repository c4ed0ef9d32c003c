package microstorm.report.log.outcome;

/** Check boxes at the beginning of an entry, such as {@code [x] Book the room}. */
public final class CheckBoxes {
  private static final int LENGTH = 3;

  private CheckBoxes() {}

  /** Whether the text begins with a check box and has further words. */
  public static boolean begins(String text) {
    return text.length() > LENGTH + 1
        && text.charAt(0) == '['
        && " xX".indexOf(text.charAt(1)) >= 0
        && text.charAt(2) == ']'
        && Character.isWhitespace(text.charAt(LENGTH))
        && !text.substring(LENGTH).isBlank();
  }

  /** The text after the check box. */
  public static String text(String text) {
    return text.substring(LENGTH).strip();
  }

  /** Whether the box is ticked. */
  public static boolean ticked(String text) {
    return text.charAt(1) != ' ';
  }
}

package microstorm.report.log.markup;

/** Texts of a log in sentences for people. */
public final class Quotation {

  /** The largest number of characters in quotation marks. */
  public static final int MAX = 80;

  private Quotation() {}

  /** The text in quotation marks, on one line, shortened to {@value #MAX} characters. */
  public static String of(String text) {
    return "\"" + shorten(text) + "\"";
  }

  /** The text on one line, shortened to {@value #MAX} characters. */
  public static String shorten(String text) {
    String flat = text.replace('\n', ' ').strip();
    if (flat.length() <= MAX) {
      return flat;
    }
    int end = Character.isHighSurrogate(flat.charAt(MAX - 2)) ? MAX - 2 : MAX - 1;
    return flat.substring(0, end) + "…";
  }
}

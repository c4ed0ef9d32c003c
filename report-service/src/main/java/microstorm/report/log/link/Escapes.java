package microstorm.report.log.link;

import java.nio.charset.StandardCharsets;

/** The percent-encoding of addresses. */
final class Escapes {

  private static final String UNRESERVED_MARKS = "-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
  private static final int HEX = 16;
  private static final int ESCAPE_LENGTH = 3;
  private static final int ASCII = 0x80;

  private Escapes() {}

  /**
   * The text with escapes in upper case, without those of letters, digits, {@code - . _} and {@code
   * ~}, and with those of characters that an address cannot have.
   */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      if (isEscape(text, at)) {
        int value = Integer.parseInt(text.substring(at + 1, at + ESCAPE_LENGTH), HEX);
        if (isUnreserved((char) value)) {
          normal.append((char) value);
        } else {
          escape(normal, value);
        }
        at += ESCAPE_LENGTH;
      } else {
        int character = text.codePointAt(at);
        append(normal, character);
        at += Character.charCount(character);
      }
    }
    return normal.toString();
  }

  private static void append(StringBuilder normal, int character) {
    if (character < ASCII && (isUnreserved((char) character) || RESERVED.indexOf(character) >= 0)) {
      normal.append((char) character);
      return;
    }
    for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      escape(normal, one & 0xff);
    }
  }

  private static void escape(StringBuilder normal, int value) {
    normal.append(String.format("%%%02X", value));
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%'
        && at + ESCAPE_LENGTH <= text.length()
        && isHex(text.charAt(at + 1))
        && isHex(text.charAt(at + 2));
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private static boolean isUnreserved(char c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || UNRESERVED_MARKS.indexOf(c) >= 0;
  }
}

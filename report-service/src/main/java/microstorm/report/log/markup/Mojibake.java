package microstorm.report.log.markup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Repairs UTF-8 text that a program read as windows-1252 and saved again: {@code â€™} for {@code
 * ’}.
 *
 * <p>A run of characters outside ASCII is repaired only if its windows-1252 bytes are valid UTF-8
 * as a whole. The table is that of WHATWG, in which the five undefined bytes are C1 controls. A
 * single {@code é} or {@code ’} is never changed.
 */
public final class Mojibake {
  /** The characters of windows-1252 from 0x80 to 0x9F. */
  private static final String HIGH =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private Mojibake() {}

  /** The text with every such run repaired; the same object if there is no such run. */
  public static String repair(String text) {
    StringBuilder repaired = null;
    int done = 0;
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) < 0x80) {
        i++;
        continue;
      }
      int end = runEnd(text, i);
      String better = decode(text, i, end);
      if (better != null) {
        repaired = repaired == null ? new StringBuilder(text.length()) : repaired;
        repaired.append(text, done, i).append(better);
        done = end;
      }
      i = end;
    }
    return repaired == null ? text : repaired.append(text, done, text.length()).toString();
  }

  private static int runEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 0x80) {
      end++;
    }
    return end;
  }

  private static String decode(String text, int from, int to) {
    byte[] bytes = new byte[to - from];
    for (int i = from; i < to; i++) {
      int b = windows1252(text.charAt(i));
      if (b < 0) {
        return null;
      }
      bytes[i - from] = (byte) b;
    }
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
    decoded.flip();
    return result.isError() || decoded.chars().anyMatch(Character::isISOControl)
        ? null
        : decoded.toString();
  }

  private static int windows1252(char c) {
    if (c >= 0xA0 && c <= 0xFF) {
      return c;
    }
    int high = HIGH.indexOf(c);
    return high < 0 ? -1 : 0x80 + high;
  }
}

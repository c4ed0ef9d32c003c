package microstorm.http.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Strict UTF-8 (RFC 3629). The decoders of libraries accept more: JSON parsers read overlong forms,
 * which hide a character from a filter, and detect UTF-16 and UTF-32.
 */
final class Utf8 {

  private static final byte NUL = 0;
  private static final char FIRST_VISIBLE = '!';
  private static final char LAST_VISIBLE = '~';

  private Utf8() {}

  /** Whether the bytes are well-formed and without NUL, which JSON in UTF-16 or UTF-32 contains. */
  static boolean isText(ByteBuf bytes) {
    return bytes.indexOf(bytes.readerIndex(), bytes.writerIndex(), NUL) < 0
        && ByteBufUtil.isText(bytes, StandardCharsets.UTF_8);
  }

  /** Whether a request's path and query are ASCII, and decode to well-formed UTF-8 without NUL. */
  static boolean isPercentEncodedText(String target) {
    ByteBuf decoded = Unpooled.buffer(target.length());
    for (int i = 0; i < target.length(); i++) {
      char character = target.charAt(i);
      if (character < FIRST_VISIBLE || character > LAST_VISIBLE) {
        return false;
      }
      if (character == '%') {
        int octet = octet(target, i + 1);
        if (octet < 0) {
          return false;
        }
        decoded.writeByte(octet);
        i += 2;
      } else {
        decoded.writeByte(character);
      }
    }
    return isText(decoded);
  }

  /** The value of two hexadecimal digits; negative if the characters are not two such digits. */
  private static int octet(String target, int start) {
    if (start + 2 > target.length()
        || !HexFormat.isHexDigit(target.charAt(start))
        || !HexFormat.isHexDigit(target.charAt(start + 1))) {
      return -1;
    }
    return HexFormat.fromHexDigits(target, start, start + 2);
  }
}

package microstorm.report.log.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes the bytes of a log. */
public final class LogText {
  private LogText() {}

  /**
   * The text of these bytes, with a byte order mark if there is one.
   *
   * @throws NotUtf8 with the offset of the first invalid byte
   */
  public static String decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw new NotUtf8(in.position(), lineOf(bytes, in.position()));
    }
    return out.flip().toString();
  }

  private static int lineOf(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n') {
        line++;
      }
    }
    return line;
  }
}

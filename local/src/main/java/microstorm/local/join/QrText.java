package microstorm.local.join;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as text: a character shows two modules, one above the other. Around the code is the
 * quiet zone of four modules that readers expect.
 */
final class QrText {
  private static final int QUIET_ZONE = 4;

  /** Black on white, independent of the terminal's own colours. */
  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";

  private static final String RESET = "\u001b[0m";

  private final QrCode code;

  private QrText(QrCode code) {
    this.code = code;
  }

  static QrText of(String text) {
    return new QrText(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
  }

  /** For a terminal with any colours. */
  String coloured() {
    return text(BLACK_ON_WHITE, RESET);
  }

  /** Without colours: blocks are the dark modules, so the background must be light. */
  String plain() {
    return text("", "");
  }

  private String text(String before, String after) {
    return IntStream.iterate(-QUIET_ZONE, row -> row < code.size + QUIET_ZONE, row -> row + 2)
        .mapToObj(row -> before + line(row) + after + "\n")
        .collect(Collectors.joining());
  }

  private String line(int row) {
    return IntStream.range(-QUIET_ZONE, code.size + QUIET_ZONE)
        .mapToObj(column -> block(code.getModule(column, row), code.getModule(column, row + 1)))
        .collect(Collectors.joining());
  }

  private static String block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? "\u2588" : "\u2580";
    }
    return lower ? "\u2584" : " ";
  }
}

package microstorm.local.join;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;

/** Reads a QR code from text, as a camera reads it from the screen. */
public final class PrintedQrCode {
  /** The pixels of a module. */
  private static final int SCALE = 8;

  private PrintedQrCode() {}

  /**
   * The content of the QR code in a text with other lines before it.
   *
   * @param darkBlocks whether the blocks are darker than the background
   */
  public static String read(String text, boolean darkBlocks) throws ReaderException {
    List<String> lines =
        text.lines()
            .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
            .filter(line -> line.length() > 20 && line.matches("[ \u2580\u2584\u2588]+"))
            .toList();
    if (lines.isEmpty()) {
      throw NotFoundException.getNotFoundInstance();
    }
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(new Screen(lines, darkBlocks))))
        .getText();
  }

  private static final class Screen extends LuminanceSource {
    private final List<String> lines;
    private final boolean darkBlocks;

    Screen(List<String> lines, boolean darkBlocks) {
      super(lines.get(0).length() * SCALE, lines.size() * 2 * SCALE);
      this.lines = lines;
      this.darkBlocks = darkBlocks;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      byte[] pixels = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
      for (int x = 0; x < getWidth(); x++) {
        pixels[x] = block(x / SCALE, y / SCALE) == darkBlocks ? 0 : (byte) 255;
      }
      return pixels;
    }

    @Override
    public byte[] getMatrix() {
      byte[] matrix = new byte[getWidth() * getHeight()];
      for (int y = 0; y < getHeight(); y++) {
        System.arraycopy(getRow(y, null), 0, matrix, y * getWidth(), getWidth());
      }
      return matrix;
    }

    private boolean block(int column, int row) {
      return switch (lines.get(row / 2).charAt(column)) {
        case '\u2588' -> true;
        case '\u2580' -> row % 2 == 0;
        case '\u2584' -> row % 2 == 1;
        default -> false;
      };
    }
  }
}

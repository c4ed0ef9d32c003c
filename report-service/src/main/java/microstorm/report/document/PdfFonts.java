package microstorm.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of a PDF, which are part of the service: Liberation for Latin, Greek and Cyrillic, and
 * DejaVu for what Liberation does not have, such as Arabic, Hebrew, Georgian, Armenian and symbols.
 * A PDF contains only the characters that it uses.
 */
final class PdfFonts {

  private static final String LIBERATION = "/liberation/Liberation";
  private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVu";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;
  private static final int LAST_CODE_POINT = 0x1FFFF;

  private static final List<Font> FONTS =
      List.of(
          new Font("Reading", LIBERATION + "Serif-Regular.ttf", NORMAL, FontStyle.NORMAL),
          new Font("Reading", LIBERATION + "Serif-Italic.ttf", NORMAL, FontStyle.ITALIC),
          new Font("Reading", LIBERATION + "Serif-Bold.ttf", BOLD, FontStyle.NORMAL),
          new Font("Reading", LIBERATION + "Serif-BoldItalic.ttf", BOLD, FontStyle.ITALIC),
          new Font("Plain", LIBERATION + "Sans-Regular.ttf", NORMAL, FontStyle.NORMAL),
          new Font("Plain", LIBERATION + "Sans-Bold.ttf", BOLD, FontStyle.NORMAL),
          new Font("Fixed", LIBERATION + "Mono-Regular.ttf", NORMAL, FontStyle.NORMAL),
          new Font("Others", DEJAVU + "Sans.ttf", NORMAL, FontStyle.NORMAL),
          new Font("Others", DEJAVU + "Sans-Bold.ttf", BOLD, FontStyle.NORMAL));

  private static final BitSet COVERED = covered();

  private PdfFonts() {}

  /** Makes the fonts known to a PDF that is being built. They are read when they are used. */
  static void register(PdfRendererBuilder pdf, PDDocument document) {
    FONTS.forEach(
        font ->
            pdf.useFont(new Loaded(font, document), font.family, font.weight, font.style, true));
  }

  /** Whether a PDF can show this character. */
  static boolean cover(int codePoint) {
    return COVERED.get(codePoint);
  }

  private static BitSet covered() {
    BitSet covered = new BitSet(LAST_CODE_POINT);
    FONTS.stream()
        .filter(font -> font.weight == NORMAL && font.style == FontStyle.NORMAL)
        .forEach(font -> font.addTo(covered));
    return covered;
  }

  private record Font(String family, String file, int weight, FontStyle style) {

    /** Without ligatures: PDFBox would prepare a search for them again for each word. */
    TrueTypeFont parse() {
      try (InputStream stream = PdfFonts.class.getResourceAsStream(file)) {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
        font.setEnableGsub(false);
        return font;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void addTo(BitSet covered) {
      try (TrueTypeFont parsed = parse()) {
        CmapLookup glyphs = parsed.getUnicodeCmapLookup();
        for (int point = 0; point <= LAST_CODE_POINT; point++) {
          if (glyphs.getGlyphId(point) > 0) {
            covered.set(point);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A font that is read at its first use in a document, which closes it. */
  private static final class Loaded extends PDFontSupplier {

    private final Font font;
    private final PDDocument document;

    Loaded(Font font, PDDocument document) {
      super(null);
      this.font = font;
      this.document = document;
    }

    @Override
    public PDFont supply() {
      try {
        return PDType0Font.load(document, font.parse(), true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

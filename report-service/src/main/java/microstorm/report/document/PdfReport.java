package microstorm.report.document;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import microstorm.report.book.SessionReports.Documented;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Renders a report as a tagged PDF (PDF/UA) with bookmarks, from the same page as for browsers. It
 * embeds its fonts and loads nothing.
 */
final class PdfReport {

  private static final String PAPER = HtmlReport.resource("paper.css");

  /** Stands for a character that no font has. */
  private static final String UNKNOWN = "□";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PdfReport() {}

  /** The page of which the PDF is made; it warns of characters that no font has. */
  static String page(Documented report) {
    ReportDocument document = DocumentBuilder.of(report.report(), report.setting());
    String page = shown(HtmlReport.page(document, PAPER, "", true, List.of()));
    long unknown =
        page.codePoints().filter(point -> !PdfFonts.cover(point) && point >= ' ').count();
    if (unknown > 0) {
      String warning =
          Texts.in(report.setting().language()).count("unknownCharacters", unknown, UNKNOWN);
      page = shown(HtmlReport.page(document, PAPER, "", true, List.of(warning)));
    }
    return page;
  }

  /**
   * Composed characters, because fonts have them; without the signs that choose forms of emoji. The
   * end of a tag must not be composed with a long solidus that follows it.
   */
  private static String shown(String page) {
    return Normalizer.normalize(page.replace(">\u0338", ">&#x338;"), Normalizer.Form.NFC)
        .replaceAll("[\\x{FE00}-\\x{FE0F}\\x{200D}]", "");
  }

  /** The PDF of a page. */
  static byte[] render(String page) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Microstorm");
    builder.useReplacementText(UNKNOWN);
    builder.defaultTextDirection(TextDirection.LTR);
    builder.useUnicodeBidiSplitter(BidiRuns::new);
    builder.useUnicodeBidiReorderer(new RightToLeft());
    loadNothing(builder);
    builder.withW3cDocument(parsed(page), null);
    builder.toStream(pdf);
    try (PDDocument document = new UncompressedObjects()) {
      builder.usePDDocument(document);
      PdfFonts.register(builder, document);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static void loadNothing(PdfRendererBuilder builder) {
    builder.useUriResolver((base, uri) -> null);
    builder.useHttpStreamImplementation(PdfReport::refuse);
    builder.useProtocolsStreamImplementation(
        PdfReport::refuse, "http", "https", "file", "jar", "ftp", "data", "classpath");
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
  }

  private static FSStream refuse(String url) {
    throw new IllegalStateException("A report loads nothing.");
  }

  /** Only the page's own empty document type is there to be read. */
  private static Document parsed(String page) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      String root = page.substring(page.indexOf("<html"));
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(root)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("The page of a report is not well-formed.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes its objects one by one. Compressed in groups, they would be in memory twice. */
  private static final class UncompressedObjects extends PDDocument {

    @Override
    public void save(OutputStream output) throws IOException {
      save(output, CompressParameters.NO_COMPRESSION);
    }
  }
}

package microstorm.report.document;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import microstorm.http.Secrets;
import microstorm.report.book.SessionReports.Documented;

/**
 * Renders a report as one page of well-formed HTML that loads nothing and runs no script. Screens
 * and printers get it with one style sheet, and the PDF is made from it with another.
 */
final class HtmlReport {

  private static final List<String> PARTS = List.of("entries.html", "column.html", "tasks.html");

  private static final Template PAGE = engine().getTemplate("report.html");
  private static final String SCREEN = resource("screen.css");

  /** The policy of the page, which permits only its own style sheet. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(SCREEN)
          + "'; base-uri 'none';"
          + " form-action 'none'";

  private HtmlReport() {}

  /** The page for browsers. */
  static String render(Documented report) {
    return page(
        DocumentBuilder.of(report.report(), report.setting()), SCREEN, POLICY, false, List.of());
  }

  /**
   * The page with another style sheet.
   *
   * @param warnings sentences below the header
   */
  static String page(
      ReportDocument document,
      String style,
      String policy,
      boolean bookmarks,
      List<String> warnings) {
    return legal(
        PAGE.data("d", document)
            .data("w", document.words())
            .data("style", new RawString(style))
            .data("policy", policy)
            .data("bookmarks", bookmarks)
            .data("warnings", warnings)
            .render());
  }

  /**
   * Characters that no XML and so no PDF can have are replaced; people's words may contain them.
   */
  private static String legal(String html) {
    if (html.codePoints().allMatch(HtmlReport::isLegal)) {
      return html;
    }
    StringBuilder legal = new StringBuilder(html.length());
    html.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : 0xFFFD));
    return legal.toString();
  }

  private static boolean isLegal(int point) {
    return point >= 0x20
        ? point < 0xD800 || point > 0xDFFF && (point & 0xFFFE) != 0xFFFE
        : point == '\n' || point == '\r' || point == '\t';
  }

  static String resource(String name) {
    try (InputStream file = HtmlReport.class.getResourceAsStream("/documents/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Engine engine() {
    Variant html = Variant.forContentType(Variant.TEXT_HTML);
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    PARTS.forEach(part -> engine.putTemplate(part, engine.parse(resource(part), html, part)));
    engine.putTemplate("report.html", engine.parse(resource("report.html"), html, "report.html"));
    return engine;
  }

  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(Secrets.hash(text));
  }
}

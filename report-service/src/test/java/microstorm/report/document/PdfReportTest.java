package microstorm.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import microstorm.http.problem.ProblemException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {

  private final PdfRenderings renderings = new PdfRenderings(1);

  @Test
  void theDocumentIsTaggedAndHasBookmarksAndEmbeddedFonts() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(renderings.render(SampleReports.full(Locale.GERMAN)))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Shorter meetings");
      assertThat(bookmarks(pdf)).contains("Zusammenfassung", "Zu tun", "Ideen", "Ablauf");
      assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
      assertThat(links(pdf))
          .containsOnly("https://example.com/meetings?a=1&b=2", "https://example.com/plain");
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(
              "Shorter meetings",
              "Sitzung 14",
              "begin with questions",
              "Συντομότερες συναντήσεις, короткие встречи",
              "(https://example.com/meetings?a=1&b=2)",
              "Quiet time to write")
          .doesNotContain("□");
    }
  }

  @Test
  void aCharacterThatNoFontHasIsMarkedAndCounted() throws IOException {
    assertThat(text("中文 and हि and 👍🏽"))
        .contains("6 characters of this report are not in the fonts of this PDF", "□□ and");
    assertThat(text("ქართული Հայերեն Tiếng Việt e\u0301 ❤\uFE0F"))
        .contains("ქართული Հայերեն Tiếng Việt é ❤")
        .doesNotContain("not in the fonts");
  }

  /** Composed with the end of a tag, it would break the page. */
  @Test
  void aTextMayBeginWithACombiningCharacter() throws IOException {
    assertThat(text("\u0338x and \u0301y")).contains("x and");
  }

  @Test
  void textFromTheRightIsDrawnFromTheRight() {
    RightToLeft drawn = new RightToLeft();
    assertThat(drawn.reorderRTLTextToLTR("שלום (א)")).isEqualTo("(א) םולש");
    assertThat(drawn.shapeText("سلام"))
        .as("seen and lam-alef joined, meem alone")
        .isEqualTo("\uFEB3\uFEFC\uFEE1");
    assertThat(drawn.deshapeText("\uFEB3\uFEFC\uFEE1")).isEqualTo("سلام");
    assertThat(drawn.shapeText("plain")).isEqualTo("plain");
  }

  @Test
  void aPageThatWouldNeedTooMuchHeapIsRefused() {
    String lines = "a\n".repeat(5_000);
    assertThatThrownBy(() -> renderings.render(SampleReports.withIdea(lines)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> renderings.render(SampleReports.large(10_000)))
        .isInstanceOf(ProblemException.class);
    assertThat(renderings.render(SampleReports.withIdea("a\n".repeat(50)))).isNotEmpty();
  }

  @Test
  void deepAndLongIdeasAreDrawn() throws IOException {
    var deep = SampleReports.idea(1, "idea", "the last");
    for (int n = 2; n <= 50; n++) {
      deep = SampleReports.idea(n, "idea", "an idea", deep);
    }
    try (PDDocument pdf =
        Loader.loadPDF(renderings.render(SampleReports.withIdeas(List.of(deep))))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("the last");
    }
    assertThat(text("a".repeat(20_000)).replaceAll("[^a]", "").length())
        .isGreaterThanOrEqualTo(20_000);
  }

  private String text(String idea) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(renderings.render(SampleReports.withIdea(idea)))) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static List<String> bookmarks(PDDocument pdf) {
    return StreamSupport.stream(
            pdf.getDocumentCatalog().getDocumentOutline().children().spliterator(), false)
        .map(PDOutlineItem::getTitle)
        .toList();
  }

  private static List<PDFont> fonts(PDDocument pdf) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  private static List<String> links(PDDocument pdf) throws IOException {
    List<String> links = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getAction() instanceof PDActionURI uri) {
          links.add(uri.getURI());
        }
      }
    }
    return links;
  }
}

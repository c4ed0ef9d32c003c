package microstorm.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](/api/teams)",
        "![a](https://example.com/pixel.png)",
        "![a](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[a](https://example.com/\"onmouseover=\"alert(1))",
        "</div></main><h1>forged</h1>",
      })
  void nothingOfPeopleBecomesActive(String text) throws Exception {
    for (String html : new String[] {idea(text), Markdown.text(text).getValue()}) {
      assertThat(html)
          .doesNotContain("<script", "<img", "<h1", "</main>")
          .doesNotContainPattern("(?i)href=\"(?!https?:|mailto:)")
          .doesNotContainPattern("(?i)<[^>]+\\son\\w+=\"");
      wellFormed(html);
    }
  }

  @Test
  void aLinkLeadsOutWithoutTellingWhereFrom() {
    assertThat(idea("See [this](https://example.com/a?b=1&c=2)"))
        .contains(
            "<a href=\"https://example.com/a?b=1&amp;c=2\""
                + " rel=\"noopener noreferrer nofollow\">this</a>");
    assertThat(idea("https://example.com/x")).contains("href=\"https://example.com/x\"", "bare");
  }

  @Test
  void theTargetOfARefusedLinkStaysReadable() {
    assertThat(idea("[a](ftp://example.com/x)")).contains("a (ftp://example.com/x)");
  }

  @Test
  void anImageIsALink() {
    assertThat(idea("![the board](https://example.com/x.png)"))
        .contains("<a href=\"https://example.com/x.png\"", ">the board</a>");
  }

  @Test
  void anIdeaThatLooksLikeAHeadingOrAListIsText() {
    assertThat(idea("# 1 in sales")).contains("# 1 in sales");
    assertThat(idea("1986. What a year")).contains("1986. What a year");
    assertThat(Markdown.text("# Title\n\n- one\n- two").getValue())
        .contains("<p><strong>Title</strong></p>", "<li>one</li>");
  }

  @Test
  void deepNestingIsShownAsItWasWritten() throws Exception {
    String deep = "*a ".repeat(5_000) + "b*".repeat(5_000);
    assertThat(idea(deep)).startsWith("<pre>*a *a");
    String quotes = "> ".repeat(5_000) + "a";
    wellFormed(Markdown.text(quotes).getValue());
    assertThat(Markdown.text("> a").getValue()).as("control").contains("<blockquote>");
  }

  @Test
  void plainWordsHaveNoMarkup() {
    assertThat(Markdown.plain("Cook *together*\non [Fridays](https://example.com)", 100))
        .isEqualTo("Cook together on Fridays");
    assertThat(Markdown.plain("a".repeat(50), 10)).isEqualTo("a".repeat(9) + "…");
    assertThat(Markdown.plain("😀".repeat(50), 10)).isEqualTo("😀".repeat(4) + "…");
  }

  private static String idea(String text) {
    return Markdown.idea(text).getValue();
  }

  private static void wellFormed(String html) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(("<x>" + html + "</x>").getBytes(StandardCharsets.UTF_8)));
  }
}

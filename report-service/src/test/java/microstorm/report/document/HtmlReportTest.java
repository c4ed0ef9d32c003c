package microstorm.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class HtmlReportTest {

  private static final String FULL = HtmlReport.render(SampleReports.full(Locale.ENGLISH));

  @Test
  void thePageHasEverythingOfTheReport() {
    assertThat(FULL)
        .contains(
            "Session 14 · Thursday, 26 November 2026 · 47 min",
            "<h1 dir=\"auto\">Shorter meetings</h1>",
            "Why do our meetings take so long",
            "We begin with questions.",
            "Costs nothing",
            "5 dots",
            "Costs nothing 4.8 (6 marks)",
            "<strong>two days before</strong>",
            "Half the time for whoever speaks second",
            "<blockquote class=\"words\" dir=\"auto\">",
            "<caption dir=\"auto\">Standing and Sitting</caption>",
            "Both have an end",
            "Sitting has coffee",
            "in “Shorter by default”",
            "Room 2",
            "Removed by the facilitator",
            "On paper",
            "<em>25 minutes</em>",
            "4 Dec 2026",
            "Ask for a timer",
            "https://example.com/meetings?a=1&amp;b=2",
            "Silent writing begins",
            "10 min of quiet time",
            "A break begins",
            "Times in Europe/Berlin.",
            "Ben &amp; co");
  }

  @Test
  void thePageSpeaksTheLanguageOfItsSession() {
    assertThat(HtmlReport.render(SampleReports.full(Locale.GERMAN)))
        .contains(
            "<html lang=\"de\"",
            "Sitzung 14 · Donnerstag, 26. November 2026 · 47 min",
            "5 Punkte",
            "Costs nothing 4,8 (6 Noten)",
            "Das stille Schreiben beginnt");
    assertThat(Texts.in(Locale.ENGLISH).all().keySet())
        .isEqualTo(Texts.in(Locale.GERMAN).all().keySet());
    assertThat(HtmlReport.render(SampleReports.full(Locale.JAPANESE)))
        .contains("<html lang=\"en\"");
  }

  @Test
  void anAnonymousSessionGivesOnlyTheNumberOfPeople() {
    assertThat(HtmlReport.render(SampleReports.anonymous()))
        .contains("The session was anonymous: 2 people took part.")
        .doesNotContain("Ben &amp; co");
  }

  @Test
  void theLinksLeadBackToTheirTextsAndSayWhatIsBroken() {
    String links =
        FULL.substring(FULL.indexOf("<h2 id=\"links\">"), FULL.indexOf("<h2 id=\"course\">"));
    assertThat(links)
        .contains(
            ">how others do it</a> <span class=\"address\"",
            "</span> The last check did not find this page.</p>",
            "in <a href=\"#topic-2\" dir=\"auto\">On paper</a> · <a href=\"#idea-5\"",
            ">https://example.com/plain</a><p class=\"notes\">in <a href=\"#summary\"",
            "3 more links are only in the texts.")
        .containsOnlyOnce("class=\"broken\"");
  }

  @Test
  void anIncompleteReportSaysWhatIsMissing() {
    assertThat(HtmlReport.render(SampleReports.incomplete()))
        .contains("This report is not complete yet", "Ideas: 7 of 9 have arrived.");
    assertThat(FULL).as("control").doesNotContain("not complete yet");
  }

  @Test
  void thePageLoadsNothingAndRunsNothing() {
    assertThat(FULL)
        .doesNotContain("<script", "<link", "<img", "src=", "@import", "url(")
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-");
  }

  @Test
  void thePageIsWellFormedAndItsLinksLeadSomewhere() throws Exception {
    Document page = parsed(FULL);
    assertThat(page.getElementsByTagName("main").getLength()).isEqualTo(1);
    assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
    Set<String> ids = new HashSet<>(all("\\bid=\"([^\"]+)\""));
    assertThat(all("\\bid=\"([^\"]+)\"")).as("each id once").hasSameSizeAs(ids);
    assertThat(ids).containsAll(all("href=\"#([^\"]+)\""));
    assertThat(ids).containsAll(all("aria-labelledby=\"([^\"]+)\""));
  }

  @Test
  void wordsOfPeopleCannotBreakThePage() throws Exception {
    String nasty = "</div>\u0000\u0008\uFFFF\uD800 {d.title} {#if} & <b> \u202E";
    String page = HtmlReport.render(SampleReports.withIdea(nasty));
    parsed(page);
    assertThat(page).contains("{d.title} {#if} &amp; &lt;b&gt;").doesNotContain("\u0000", "\u0008");
  }

  private static java.util.List<String> all(String pattern) {
    return Pattern.compile(pattern)
        .matcher(FULL)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toList());
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
  }
}

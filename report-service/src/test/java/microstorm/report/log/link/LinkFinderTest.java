package microstorm.report.log.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import microstorm.report.log.Logs;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.parse.LogLimits;
import microstorm.testing.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFinderTest {

  private static final Path SAMPLE = Path.of("../samples/micro-brainstorming.md");

  @Test
  void linksHaveTitlesAddressesAndLines() {
    List<FoundLink> links =
        LinkFinder.in(
            "see [two `words`](HTTP://x.org/a \"t\")\n<https://y.org> or https://z.org/.");
    assertThat(links)
        .extracting(FoundLink::title, FoundLink::address, FoundLink::line, FoundLink::fault)
        .containsExactly(
            tuple("two words", "HTTP://x.org/a", 0, null),
            tuple(null, "https://y.org", 1, null),
            tuple(null, "https://z.org/", 1, null));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      value = {
        "[words](), no-address, [words]()",
        "[words](<>), no-address, [words]()",
        "[words](docs.example.org/a), no-scheme, docs.example.org/a",
        "[words](#place), no-scheme, #place",
        "[words](localhost:8080/a), no-scheme, localhost:8080/a",
        "[words](htp://example.org), misspelt-scheme, htp://example.org",
        "[words](http//example.org), misspelt-scheme, http//example.org",
        "[words](https:/example.org), misspelt-scheme, https:/example.org",
        "[words](http:example.org), misspelt-scheme, http:example.org",
        "see htps://example.org/a, misspelt-scheme, htps://example.org/a",
        "see http//example.org/a!, misspelt-scheme, http//example.org/a",
        "[words](ftp://example.org), other-scheme, ftp://example.org",
        "[words](JavaScript:alert), script, JavaScript:alert",
        "<javascript:alert>, script, javascript:alert",
        "[words](data:text/html), script, data:text/html",
        "[words](https://), bad-host, https://",
        "[words](https://example.org:99999/), bad-host, https://example.org:99999/",
        "[words](https://example.org, bracket-missing, [words](https://example.org",
        "[words(https://example.org) end, bracket-missing, [words(https://example.org)",
        "words](https://example.org), bracket-missing, words](https://example.org)",
        "(words)[https://example.org], brackets-swapped, (words)[https://example.org]",
        "[words](https://example.org/a b), space-in-address, [words](https://example.org/a b)",
        "[words] (https://example.org), space-before-address, [words] (https://example.org)"
      })
  void malformedLinksAreFoundWithTheReason(String text, String fault, String address) {
    assertThat(LinkFinder.in(text))
        .filteredOn(link -> link.fault() != null)
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.fault().code()).isEqualTo(fault);
              assertThat(link.address()).isEqualTo(address);
            });
  }

  /** The control of the test above. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[words](https://example.org/a_(b))",
        "![picture](a.png)",
        "`[words](htp://example.org)` and `http//x`",
        "```\n[words](https://example.org\n```",
        "a list [1], [2] (and more), [3](see there)",
        "[see (https://example.org) for more]",
        "[one](https://example.org) (https://example.org/b)",
        "[mail](mailto:ana@example.org) or ana@example.org",
        "jdbc:postgresql://host/db and ftp://example.org and s3://bucket",
        "and/or // http is a protocol, see path//to",
        "f(a)[b] and see www.example.org/a",
        "[words][ref]\n\n[ref]: https://example.org",
        "[words](<https://example.org/a b>)",
        "\\[words](https://example.org)",
        "ana@www.example.org"
      })
  void otherTextsHaveNoMalformedLink(String text) {
    assertThat(LinkFinder.in(text)).noneMatch(link -> link.fault() != null);
  }

  @Test
  void anAddressIsAtMostAsLongAsInAnIdea() {
    String address = "https://example.org/" + "a".repeat(2_000);
    assertThat(LinkFinder.in("[a](" + address + ")").get(0).fault()).isEqualTo(LinkFault.TOO_LONG);
  }

  @Test
  void theNumbersAreBounded() {
    List<FoundLink> links = LinkFinder.in("[a](https://x.org) [b](y.org/a) ".repeat(150));
    assertThat(links).hasSize(2 * LinkFinder.MAX);
    assertThat(links).filteredOn(link -> link.fault() == null).hasSize(LinkFinder.MAX);
  }

  /** The sample has one address under two titles, and no malformed link. */
  @Test
  void theSampleHasOneDuplicate() throws IOException {
    Map<String, TreeSet<String>> titles = new TreeMap<>();
    for (var session : Logs.parse(Files.readString(SAMPLE)).sessions()) {
      for (ParsedIdea idea : session.ideas()) {
        for (FoundLink link : LinkFinder.in(idea.text())) {
          assertThat(link.fault()).as(idea.text()).isNull();
          titles
              .computeIfAbsent(
                  WebAddress.of(link.address()).orElseThrow().text(), form -> new TreeSet<>())
              .add(link.title());
        }
      }
    }
    assertThat(titles).hasSizeGreaterThan(30);
    titles.values().removeIf(different -> different.size() == 1);
    assertThat(titles)
        .isEqualTo(
            Map.of(
                "https://docs.dask.org/en/latest/",
                new TreeSet<>(List.of("Dask docs", "Ray Docs"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[a](",
        "[a](http://x ",
        "[a] (http://x",
        "(a)[http://x",
        "[a(http://x",
        "a](http://x",
        "http//",
        "www.a.",
        "www.",
        "https://x.org/",
        "<http://a",
        "[]()",
        "a.b/",
        "((((((((",
        "http:/a"
      })
  void theCostIsLinear(String piece) {
    double growth =
        Growth.factor(
            LogLimits.defaults().ideaCharacters() / 4,
            length -> {
              String text = piece.repeat(length / piece.length()) + " [x]()";
              return () -> LinkFinder.in(text);
            });
    assertThat(growth).isLessThan(Growth.OF_LINEAR_WORK_AT_MOST);
  }
}

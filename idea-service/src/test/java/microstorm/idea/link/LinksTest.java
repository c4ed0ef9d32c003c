package microstorm.idea.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import microstorm.testing.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding links in texts, and the cost of it. */
class LinksTest {

  private static final UUID IDEA = UUID.randomUUID();

  private static List<String> urls(String text) {
    return Links.in(IDEA, List.of(text)).stream().map(Link::url).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see http://a.b",
        "- a\n  - [words](http://a.b)",
        "> quoted <http://a.b>",
        "1. one\n\n    http://a.b",
        "# http://a.b\n---\n```\nhttp://code\n```"
      })
  void aLinkIsFoundInEveryKindOfBlock(String text) {
    assertThat(urls(text)).containsExactly("http://a.b");
  }

  @Test
  void atMostTwentyLinksAreFound() {
    assertThat(urls("http://a ".repeat(1_000))).hasSize(20);
  }

  /** With up to twenty times the default maximum length of an idea. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "- ",
        "> ",
        "> - ",
        "1. ",
        "[",
        "[a](",
        "![",
        "*a **a ",
        "<a",
        "`a``",
        "<http://a"
      })
  void theCostIsLinearInTheLengthOfTheText(String piece) {
    double growth =
        Growth.factor(
            10_000,
            length -> {
              String text = piece.repeat(length / piece.length()) + " http://x.y";
              return () -> Links.in(IDEA, List.of(text));
            });
    assertThat(growth).isLessThan(Growth.OF_LINEAR_WORK_AT_MOST);
  }
}

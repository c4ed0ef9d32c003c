package microstorm.report.log.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.parse.LogLimits;
import microstorm.testing.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownLinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](b)",
        "[a [b]](http://x/(y) \"t\")",
        "<https://z>",
        "http://w/",
        "[a](<b c>)",
        "[two\nlines](b)"
      })
  void aTextCanBeOneLink(String text) {
    assertThat(MarkdownLinks.isOneLink(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](b).",
        "see [a](b)",
        "[a](b c)",
        "[a]()",
        "[a](b) [c](d)",
        "\\[a](b)",
        "`[a](b)`",
        "[a](b)\n\n[c](d)",
        "[a]: http://x",
        "words",
        ""
      })
  void otherTextsAreNotOneLink(String text) {
    assertThat(MarkdownLinks.isOneLink(text)).isFalse();
  }

  @Test
  void linksWithoutATargetAreFound() {
    String text = "[empty]( ) [](u) [full](u) [a [b]]() http://w/ [two\n`words`](<>) \\[no]()";
    assertThat(MarkdownLinks.withoutTarget(text)).containsExactly("empty", "a [b]", "two words");
  }

  @Test
  void codeAndImagesAreNotLinks() {
    assertThat(MarkdownLinks.withoutTarget("`[a]()` ![b]()")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[a](", "![", "*a **a ", "<a", "`a``", "<http://a", "[]()", "[a]( "})
  void theCostIsLinearUpToTheLengthOfTheLongestEntry(String piece) {
    double growth =
        Growth.factor(
            LogLimits.defaults().ideaCharacters() / 4,
            length -> {
              String text = piece.repeat(length / piece.length()) + " [x]()";
              return () -> {
                MarkdownLinks.isOneLink(text);
                MarkdownLinks.withoutTarget(text);
              };
            });
    assertThat(growth).isLessThan(Growth.OF_LINEAR_WORK_AT_MOST);
  }

  /** The parser works through nested marks on the stack; this thread has little of it. */
  @ParameterizedTest
  @CsvSource({"*a ,b*", "![,]()"})
  void nestedMarksNeedLittleStack(String open, String close) throws InterruptedException {
    int depth = LogLimits.defaults().ideaCharacters() / 5;
    String text = "[x]() " + open.repeat(depth) + close.repeat(depth);
    List<Object> found = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                found.addAll(MarkdownLinks.withoutTarget(text));
              } catch (StackOverflowError e) {
                found.add(e);
              }
            },
            "small stack",
            512 * 1024);
    thread.start();
    thread.join();
    assertThat(found).contains("x").noneMatch(StackOverflowError.class::isInstance);
  }
}

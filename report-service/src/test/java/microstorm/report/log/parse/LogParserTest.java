package microstorm.report.log.parse;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static microstorm.report.log.Logs.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.Logs;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.render.LogRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "### Session : 1|1|-",
        "# session 12|12|-",
        "## Session 4: Foo|4|Foo",
        "### Session 4 - Foo|4|Foo",
        "### Session #7|7|-",
        "### Session No. 8 ###|8|-",
        "###### SESSION|-|-",
        "### **Session 3**|3|-",
        "### **Session 3**: Foo|3|Foo",
        "### Session 007|7|-",
        "### Session: Planning|-|Planning",
        "### Session 99999999999|-|99999999999",
        "   ### Session-5|5|-"
      })
  void readsHeadingsOfSessions(String heading, Integer number, String title) {
    ParsedLog log = parse(heading + "\n");
    assertThat(log.sessions()).hasSize(1);
    assertThat(log.sessions().get(0).number()).isEqualTo(number);
    assertThat(log.sessions().get(0).title()).isEqualTo(title);
    assertThat(render(log)).isEqualTo(heading + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\n",
        "# Sessions",
        "# Brainstorming session notes",
        "# Session notes",
        "Session 1",
        "####### Session 1",
        "###Session 1",
        "```\n### Session 1\n```",
        "<!--\n# Session 1\n-->",
        "# Session's log",
        "# Session-notes",
        "\uFEFF"
      })
  void textsWithoutASessionAreRefused(String text) {
    assertThat(Logs.hasNoSession(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Date**: 2020-05-09",
        "**Date:** 2020-05-09",
        "__Date__: 9 May 2020",
        "Date: May 9th, 2020",
        "- **Date**: 09.05.2020",
        "DATE : MAY 9TH, 2020",
        "* Date: Saturday, 9 May 2020",
        "**date** : 05/09/2020",
        "**Date**: Sat 9 May, 2020"
      })
  void readsFieldsInAllForms(String line) {
    assertThat(session(line + "\n- idea\n").date()).isEqualTo(LocalDate.of(2020, 5, 9));
    assertThat(entries(session(line + "\n- idea\n"))).containsExactly("IDEA idea");
  }

  @Test
  void aPlainFieldAfterAnIdeaIsText() {
    ParsedSession session = session("- idea\n\nDate: 2020-05-09\n- Title: x\n");
    assertThat(session.date()).isNull();
    assertThat(entries(session))
        .containsExactly("IDEA idea", "NOTE Date: 2020-05-09", "IDEA Title: x");
  }

  @Test
  void aTitleFieldOverridesTheHeading() {
    ParsedLog log = parse("## Session 4: Foo\n**Title**: Bar\n## Session 5: Foo\n**Title**: Foo\n");
    assertThat(log.sessions()).extracting(ParsedSession::title).containsExactly("Bar", "Foo");
    assertThat(entries(log.sessions().get(0))).containsExactly("NOTE Foo");
    assertThat(entries(log.sessions().get(1))).isEmpty();
    assertThat(render(log))
        .isEqualTo("## Session 4: Foo\n**Title**: Bar\n## Session 5: Foo\n**Title**: Foo\n");
  }

  @Test
  void problemAndSummaryMayHaveSeveralLines() {
    ParsedSession session =
        session("**Problem**: why is it\nso slow?\n\n**Summary**: done\n\n  really\n\n- x\n");
    assertThat(session.problem()).isEqualTo("why is it\nso slow?");
    assertThat(session.summary()).isEqualTo("done\n\nreally");
  }

  @Test
  void topicsNestByRank() {
    ParsedSession session =
        session("#### A:\n**B**\n***C***:\n__D:__\n##### E\n#### F\nReferences\n");
    assertThat(session.topics())
        .extracting(ParsedTopic::title)
        .containsExactly("A", "B", "C", "D", "E", "F", "References");
    UUID a = session.topics().get(0).id();
    UUID b = session.topics().get(1).id();
    UUID f = session.topics().get(5).id();
    assertThat(session.topics())
        .extracting(ParsedTopic::parentId)
        .containsExactly(null, a, b, a, a, null, f);
  }

  @Test
  void bulletsNestByIndentation() {
    ParsedSession session =
        session("- a\n\t* b\n\t  more\n\n\t  and more\n - c\n1. d\n   1) e\nend\n  - f\n");
    assertThat(entries(session))
        .containsExactly(
            "IDEA a", "IDEA b\nmore\n\nand more", "IDEA c", "IDEA d", "IDEA e\nend", "IDEA f");
    UUID a = session.ideas().get(0).id();
    UUID d = session.ideas().get(3).id();
    assertThat(session.ideas())
        .extracting(ParsedIdea::parentId)
        .containsExactly(null, a, null, null, d, d);
  }

  @Test
  void onlyALinkAloneInASectionOfLinksIsAReference() {
    ParsedSession session =
        session(
            "- [a](http://b)\n\n**Links**:\n- [a](http://b)\n- see [a](http://b)\n* http://c\n- [a]()\n");
    assertThat(session.ideas())
        .extracting(ParsedIdea::kind)
        .containsExactly(
            IdeaKind.IDEA, IdeaKind.REFERENCE, IdeaKind.IDEA, IdeaKind.REFERENCE, IdeaKind.IDEA);
  }

  @Test
  void quotesTablesCodeAndParagraphsAreKeptWhole() {
    ParsedSession session =
        session(
            "\"one\n“two”\n> three\n> four\n\npara\ngraph\n\n| a |\n| b |\n```\n### Session : 9\n\n  x\n```\n---\n-\n<b>\n");
    assertThat(entries(session))
        .containsExactly(
            "QUOTE \"one",
            "QUOTE “two”",
            "QUOTE three\nfour",
            "NOTE para\ngraph",
            "NOTE | a |\n| b |",
            "NOTE ```\n### Session : 9\n\n  x\n```",
            "NOTE -",
            "NOTE <b>");
  }

  @Test
  void codeInABulletBelongsToIt() {
    assertThat(entries(session("- a\n  ```\n  - x\n  ```\n- ~~~\n# Session 2\n~~~\n- b\n")))
        .containsExactly("IDEA a\n  ```\n  - x\n  ```", "IDEA ~~~\n# Session 2\n~~~", "IDEA b");
  }

  @Test
  void aFenceThatIsNeverClosedEndsWithItsSession() {
    ParsedLog log = parse("# Session 1\n```java\n- x\n# Session 2\n- y\n");
    assertThat(log.sessions()).hasSize(2);
    assertThat(entries(log.sessions().get(0))).containsExactly("NOTE ```java\n- x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF# Session 1",
        "# Session 1\r\n- a\r\n\r\n",
        "# Session 1\r- a\r",
        "# Session 1\n- a  \t\r\n-\tb\n\r\n \n\t",
        "x\n# Session 1\n*\n"
      })
  void invisibleBytesAreRestored(String text) {
    assertThat(render(parse(text))).isEqualTo(text);
  }

  @Test
  void warnsAboutUnusualLines() {
    assertThat(codes(parse("# Session 1\n")).toString())
        .isEqualTo("[1 title-missing, 1 date-missing]");
    assertThat(warned("**Date**: Friday, May 9, 2020\n")).isEqualTo("[3 weekday-mismatch]");
    assertThat(warned("**Date**: Feb 30, 2020\n")).isEqualTo("[3 date-invalid]");
    assertThat(warned("**Date**: TBD\n")).isEqualTo("[3 date-invalid]");
    assertThat(warned("**Date**: 05/09/2020\n")).isEqualTo("[3 date-ambiguous]");
    assertThat(warned("**Date**: 05/19/2020\n")).isEqualTo("[]");
    assertThat(warned("**Date**: 2020-05-09 at noon\n")).isEqualTo("[3 kept-as-note]");
    assertThat(warned("**Date**: 2020-05-09\n- applicationâ€™s\n")).isEqualTo("[4 mojibake]");
    assertThat(warned("**Date**: 2020-05-09\n- a\uFFFDb\n")).isEqualTo("[4 replacement-character]");
    assertThat(warned("**Date**: 2020-05-09\n- [a]()\n")).isEqualTo("[4 link-without-target]");
    assertThat(warned("**Date**: 2020-05-09\n**Foo**: bar\n# Foo\n"))
        .isEqualTo("[4 unknown-section]");
    assertThat(warned("**Date**: 2020-05-09\nwords\n")).isEqualTo("[4 kept-as-note]");
    String twice = "# Session 1: A\nDate: 2020-05-09\n";
    assertThat(codes(parse(twice + twice)).toString())
        .isEqualTo("[3 number-twice, 3 session-twice]");
  }

  private static String warned(String body) {
    return codes(parse("# Session 1: T\n\n" + body)).toString();
  }

  @Test
  void sessionsThatLookAlikeHaveIdsOfTheirOwn() {
    ParsedLog log = parse("# Session\n# Session\n# Session 1\n# Session 2: a\n# Session 3: a\n");
    assertThat(log.sessions()).extracting(ParsedSession::id).doesNotHaveDuplicates();
    ParsedLog renumbered = parse("# Session 7: a\n");
    assertThat(renumbered.sessions().get(0).id()).isEqualTo(log.sessions().get(3).id());
    assertThat(renumbered.sessions().get(0).id().version()).isEqualTo(5);
    UUID other =
        LogParser.parse(UUID.randomUUID(), "# Session 7: a\n", LogLimits.defaults())
            .sessions()
            .get(0)
            .id();
    assertThat(other).isNotEqualTo(renumbered.sessions().get(0).id());
  }

  @Test
  void theFrameMayHoldAnything() {
    String text =
        "\uFEFF---\ntitle: x\n---\n# Sessions\n\n## Rules\n1. be kind\n   always\n2. be quick\n\nby us\n- x\n# Session 1\n\n \n";
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    assertThat(log.frame().bom()).isTrue();
    assertThat(log.frame().title()).isEqualTo("Sessions");
    assertThat(log.frame().standards()).containsExactly("be kind\nalways", "be quick");
    assertThat(log.frame().notes()).containsExactly("---", "title: x", "---", "by us", "- x");
    assertThat(log.frame().tail()).isEqualTo("\n \n");
    LogFrame plain =
        new LogFrame(
            false, "T", "N", "Standards", log.frame().standards(), List.of(), List.of(), "");
    assertThat(parse(LogRenderer.render(plain, List.of()) + "# Session 1").frame())
        .usingRecursiveComparison()
        .ignoringFields("lines")
        .isEqualTo(plain);
  }
}

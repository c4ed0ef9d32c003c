package microstorm.report.log;

import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.parse.LogLimits;
import microstorm.report.log.parse.LogParser;
import microstorm.report.log.render.LogRenderer;
import microstorm.report.log.render.LogRendererTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(LogRandomTest.HANGS)
class LogRandomTest {
  /** Far more seconds than a slow machine needs. */
  static final int HANGS = 180;

  private static final int LOGS = 4_000;

  /** So long that work which grows with its square does not end in time. */
  private static final int LINE = 250_000;

  @Test
  void nastyLogsAreRestoredByteForByte() {
    long start = new Random().nextLong();
    for (long seed = start; seed < start + LOGS; seed++) {
      assertRestored(seed);
    }
  }

  /** Most of these logs have sessions; those without are refused. */
  @Test
  void logsOfOtherTeamsAreRestoredByteForByte() {
    long start = new Random().nextLong();
    int read = 0;
    for (long seed = start; seed < start + LOGS; seed++) {
      String text = NastyLogs.other(seed);
      if (!Logs.hasNoSession(text)) {
        ParsedLog log = parse(text);
        assertThat(render(log)).as("seed %d%n%s", seed, text).isEqualTo(text);
        assertThat(parse(render(log))).as("seed %d", seed).isEqualTo(log);
        read++;
      }
    }
    assertThat(read).isGreaterThan(LOGS / 2);
  }

  /** In these logs a field seemed to repeat the heading's title, in a line that is not a field. */
  @Test
  void seedsThatFailedBeforeAreRestored() {
    assertRestored(-9212281039981529135L);
    assertRestored(4260406409616358561L);
  }

  private static void assertRestored(long seed) {
    String text = NastyLogs.log(seed);
    ParsedLog log = parse(text);
    assertThat(render(log)).as("seed %d", seed).isEqualTo(text);
    assertThat(parse(render(log))).as("seed %d", seed).isEqualTo(log);
  }

  @Test
  void noWordOfANastyLogIsInItsLayout() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    long start = new Random().nextLong();
    for (long seed = start; seed < start + 300; seed++) {
      for (ParsedSession session : parse(NastyLogs.log(seed)).sessions()) {
        String layout = json.writeValueAsString(session.layout());
        assertThat(layout).as("seed %d", seed).doesNotContain("words", "Bar", "noon", "why", "日本語");
      }
    }
  }

  /** A new entry changes and moves no other entry. */
  @Test
  void anIdeaAddedToANastyLogChangesNothingElse() {
    long start = new Random().nextLong();
    LongStream.concat(
            LongStream.of(3260944515883863680L, 8419743564183153957L, -1963365564962439920L),
            LongStream.range(start, start + LOGS))
        .forEach(LogRandomTest::assertNothingElseChanges);
  }

  private static void assertNothingElseChanges(long seed) {
    String before = NastyLogs.log(seed);
    if (before.contains("```") || before.contains("~~~") || before.contains("<!--")) {
      return; // an unclosed block contains everything that is written after it
    }
    ParsedSession session = parse(before).sessions().get(0);
    List<ParsedIdea> ideas = new ArrayList<>(session.ideas());
    if (session.topics().isEmpty()) {
      return;
    }
    ParsedTopic topic =
        session.topics().get((int) Math.floorMod(seed, (long) session.topics().size()));
    ideas.add(new ParsedIdea(Logs.TEAM, topic.id(), null, 10_000, IdeaKind.IDEA, "brand new"));
    SessionContent content = LogRendererTest.withIdeas(session, ideas);
    String text = LogRenderer.render(new RenderedSession(content, session.layout()));
    assertThat(text).as("seed %d", seed).contains("brand new");
    ParsedSession again = parse(text).sessions().get(0);
    assertThat(again.topics())
        .as("seed %d%n%s", seed, text)
        .extracting(ParsedTopic::title)
        .isEqualTo(session.topics().stream().map(ParsedTopic::title).toList());
    assertThat(again.ideas()).as("seed %d%n%s", seed, text).hasSize(ideas.size());
  }

  @Test
  void generatedLogsAreRestoredAndHaveTheGeneratedSessions() {
    for (long seed = 1; seed <= 20; seed++) {
      String text = LogGenerator.log(5, 30, seed);
      ParsedLog log = parse(text);
      assertThat(render(log)).as("seed %d", seed).isEqualTo(text);
      assertThat(log.warnings()).as("seed %d", seed).isEmpty();
      assertThat(log.sessions())
          .hasSize(5)
          .allSatisfy(session -> assertThat(session.ideas()).hasSize(31));
    }
  }

  /** Texts of a session are read from its log unchanged: they cannot forge structure. */
  @Test
  void textsThatLookLikeStructureStayTexts() {
    long start = new Random().nextLong();
    for (long seed = start; seed < start + LOGS; seed++) {
      SessionContent written = NastyLogs.live(new Random(seed));
      String text = LogRenderer.render(new RenderedSession(written, null));
      ParsedLog log = parse(text + "\n### Session : 2\n");
      assertThat(log.sessions()).as("seed %d%n%s", seed, text).hasSize(2);
      SessionContent read = log.sessions().get(0).content();
      assertThat(read.problem()).as("seed %d%n%s", seed, text).isEqualTo(written.problem());
      assertThat(read.topics().stream().map(ParsedTopic::title))
          .as("seed %d%n%s", seed, text)
          .isEqualTo(written.topics().stream().map(ParsedTopic::title).toList());
      assertThat(read.ideas().stream().map(ParsedIdea::text))
          .as("seed %d%n%s", seed, text)
          .isEqualTo(written.ideas().stream().map(ParsedIdea::text).toList());
    }
  }

  /** Without a layout, a session is written in the default format with the same content. */
  @Test
  void theDefaultFormatKeepsTheContent() {
    for (long seed = 1; seed <= 50; seed++) {
      for (ParsedSession session : parse(LogGenerator.log(3, 30, seed)).sessions()) {
        String text = LogRenderer.render(new RenderedSession(session.content(), null));
        assertThat(parse(text).sessions().get(0).content())
            .as("seed %d%n%s", seed, text)
            .isEqualTo(session.content());
      }
    }
  }

  @Test
  void aLargeLogIsParsedInLinearTime() {
    String text = LogGenerator.log(1_000, 50, 7);
    assertThat(render(parse(text))).isEqualTo(text);
  }

  @Test
  void longLinesOfMarksDoNotHang() {
    LogLimits wide =
        new LogLimits(
            10_000,
            1_000_000,
            1_000_000,
            1_000_000,
            10_000_000,
            10_000_000,
            1_000_000,
            100_000_000,
            1_000);
    for (String mark :
        List.of(
            " ", "[", "*", "\"", "`", "_", "#", "[](", "](", "<", "> ", "| ", "- ", "(", "~",
            "and ", "**a", "é", "â€™", "<!--", "1. ", "[](\"", "http://")) {
      String line = mark.repeat(LINE / mark.length());
      for (String before :
          List.of(
              "",
              "- ",
              "**Participants**: ",
              "**Date**: ",
              "**",
              "### Session ",
              "#### ",
              "    ")) {
        String text = "### Session : 1\n" + before + line + "\nend\n";
        assertThat(render(LogParser.parse(Logs.TEAM, text, wide))).isEqualTo(text);
      }
    }
  }

  @Test
  void manyShortLinesOfMarksDoNotHang() {
    for (String line :
        List.of(
            "```a\n",
            "~~~\n",
            "<!--\n",
            "-\n",
            ">\n",
            "- a\n",
            "  - b\n \n",
            "#\n",
            "**a**:\n",
            "|\n",
            "\r",
            "\"\n\n")) {
      String text = "### Session : 1\n" + line.repeat(100_000 / line.length());
      LogLimits wide =
          new LogLimits(
              10, 1_000_000, 1_000_000, 1_000_000, 10_000_000, 10_000_000, 200, 100_000_000, 1_000);
      assertThat(render(LogParser.parse(Logs.TEAM, text, wide))).isEqualTo(text);
    }
  }
}

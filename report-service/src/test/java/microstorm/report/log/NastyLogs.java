package microstorm.report.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;

/** Generates random logs from pieces that are hard for a line grammar. */
public final class NastyLogs {
  private static final String[] STARTS = {
    "",
    "",
    "",
    " ",
    "  ",
    "    ",
    "\t",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "12) ",
    "  - ",
    "\t* ",
    "      - ",
    "> ",
    ">",
    "# ",
    "#### ",
    "###### ",
    "**",
    "***",
    "__",
    "\"",
    "“",
    "| ",
    "```",
    "~~~",
    "<!--",
    "-",
    "- **",
    "    1. ",
    "\u00a0",
    "\u2028",
    "\f",
    "• ",
    "・",
    "– ",
    "-a",
    "a) ",
    "1、",
    "- [ ] ",
    "- [x] ",
    "\u2610 ",
    "  \u2611\uFE0F ",
    "- \u2612 ",
    "\u2705 ",
    "\u27A2 ",
    "#### "
  };
  private static final String[] MIDDLES = {
    "Session : 1",
    "Session",
    "Session 7 - Foo",
    "Sessions",
    "Date: 2020-05-09",
    "**Date**: May 07, 2020 - Wednesday",
    "**Date:** MAY 7th, 2020 at noon",
    "**Date**: 31.02.2020",
    "__Title__: Foo",
    "**Title**:",
    "Title: Bar",
    "Participants: a, b, & c and d;",
    "Participants: a (b, c), d",
    "Participants: 8",
    "**Participants**: everyone",
    "**Attendees**: , and ,",
    "**Problem**: why",
    "**Summary**:",
    "**Summary**: short",
    "**Topic**:",
    "***Nested***:",
    "__X__",
    "Ref Links :",
    "**References**",
    "[a](http://b)",
    "[a]()",
    "http://x.y/z",
    "**Foo**: bar",
    "words",
    "",
    "",
    "---",
    "* * *",
    "```",
    "~~~~",
    "-->",
    "a | b |",
    "| Date | 2020-05-09 |",
    "| **Attendees** | Ann, Bob |",
    "|---|---|",
    "applicationâ€™s",
    "\uFFFD",
    "日本語 🚀",
    "**",
    "***:",
    ":",
    "#",
    "\\",
    "trailing  ",
    "====",
    "-----",
    "## Went well",
    "words:",
    "Ada: words by 9 May",
    "**Attendees:**",
    "### Present",
    "**Teilnehmer**: (Ann und Bob)",
    "参加者：甲、乙",
    "日期：2020年5月9日",
    "9. Mai",
    "Ann",
    "Ann Lee",
    "**Facilitator:** Ann"
  };
  private static final String[] HEADINGS = {
    "## 2 April 2020",
    "## 2020-05-09 – words",
    "## Sprint 12 (2021-03-04): words",
    "# Meeting 3",
    "2021-04-15\n==========",
    "2021-04-01\n----------",
    "words\n---",
    "**9. Mai 2020**",
    "## 5月9日",
    "## 第3回会議 2020年5月9日（土）",
    "### Sitzung 4: 22.03.2017",
    "May 9, 2020",
    "# 2019",
    "## May 9",
    "# Meeting notes",
    "**Date**: 2020-05-09",
    "## words on Saturday, May 9, 2020 at noon",
    "## 5/9 - words",
    "## 09.05. words",
    "## Fri 9.5.: words",
    "## 2020-05-09 10:00 words",
    "# words (since 2020-05-09)"
  };
  private static final String[] ENDS = {
    "\n", "\n", "\n", "\r\n", "\r", "  \n", "\t\r\n", "\n\n", "\n \n", "\r\r", "\u2028\n"
  };

  private NastyLogs() {}

  /**
   * A log with at least one session. A random one may have none, if its heading is inside a fence.
   */
  public static String log(long seed) {
    String log = attempt(seed);
    for (long i = 1; Logs.hasNoSession(log); i++) {
      log = attempt(seed ^ i << 40);
    }
    return log;
  }

  private static String attempt(long seed) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    int lines = random.nextInt(40);
    int heading = random.nextInt(lines + 1);
    for (int i = 0; i <= lines; i++) {
      if (i == heading) {
        log.append(log.length() > 0 && !log.toString().endsWith("\n") ? "\n" : "")
            .append("### Session : 1\n");
      }
      log.append(pick(STARTS, random))
          .append(pick(MIDDLES, random))
          .append(i == lines && random.nextBoolean() ? "" : pick(ENDS, random));
    }
    return log.toString();
  }

  /** A log without a heading of a session, which only the general grammar can read. */
  public static String other(long seed) {
    Random random = new Random(seed);
    StringBuilder log =
        new StringBuilder(random.nextInt(8) == 0 ? "---\ndate: 2020-05-09\n---\n" : "");
    for (int i = random.nextInt(30); i >= 0; i--) {
      boolean heading = random.nextInt(4) == 0;
      String line =
          heading
              ? pick(HEADINGS, random)
              : pick(STARTS, random) + pick(MIDDLES, random).replace("Session", "Sitting");
      log.append(line).append(pick(ENDS, random));
    }
    return log.append(pick(HEADINGS, random)).append(pick(ENDS, random)).toString();
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }

  /** A session held here whose texts look like structure. */
  public static SessionContent live(Random random) {
    List<ParsedTopic> topics = new ArrayList<>();
    List<ParsedIdea> ideas = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      UUID id = new UUID(1, topics.size());
      UUID parent = topics.isEmpty() || random.nextBoolean() ? null : topics.get(0).id();
      topics.add(new ParsedTopic(id, parent, topics.size(), title(random)));
    }
    for (int i = 0; i < 4; i++) {
      UUID parent = ideas.isEmpty() || random.nextBoolean() ? null : ideas.get(i - 1).id();
      UUID topic = topics.isEmpty() ? null : topics.get(topics.size() - 1).id();
      String text = words(random, 4);
      ideas.add(new ParsedIdea(new UUID(2, i), topic, parent, 10 + i, IdeaKind.IDEA, text));
    }
    String problem = words(random, 3);
    return new SessionContent(1, "T", null, List.of("Ann"), problem, null, topics, ideas);
  }

  /** A title without the marks that would be read as its own mark-up. */
  private static String title(Random random) {
    String title =
        words(random, 1).replaceAll("[*_\u00a0\u2028]", "").replaceAll("^[\\s#:]+|[\\s#:]+$", "");
    return title.isEmpty() ? "Session 9" : title;
  }

  /** At most this number of lines, without white space or empty lines at either end. */
  private static String words(Random random, int lines) {
    StringBuilder text = new StringBuilder("");
    for (int i = random.nextInt(lines); i >= 0; i--) {
      String escape = "\\".repeat(random.nextInt(4) == 0 ? random.nextInt(3) : 0);
      text.append((escape + pick(STARTS, random) + pick(MIDDLES, random)).strip()).append('\n');
    }
    String words = text.toString().strip();
    return words.isEmpty() ? "words" : words;
  }
}

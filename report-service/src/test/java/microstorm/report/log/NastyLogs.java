package microstorm.report.log;

import java.util.Random;

/** Random logs of pieces that are each a trap for a line grammar. */
final class NastyLogs {
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
    "\f"
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
    "applicationâ€™s",
    "\uFFFD",
    "日本語 🚀",
    "**",
    "***:",
    ":",
    "#",
    "\\",
    "trailing  "
  };
  private static final String[] ENDS = {
    "\n", "\n", "\n", "\r\n", "\r", "  \n", "\t\r\n", "\n\n", "\n \n", "\r\r", "\u2028\n"
  };

  private NastyLogs() {}

  /** A log that has a session: its heading may be hidden in a fence. */
  static String log(long seed) {
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

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}

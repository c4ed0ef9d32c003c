package microstorm.report.log;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Generates logs in the format of the sample log. The same numbers and seed give the same log. */
public final class LogGenerator {
  private static final List<String> WORDS =
      List.of(
          "cache",
          "queue",
          "Grüße",
          "naïve",
          "日本語",
          "🚀",
          "latency",
          "the",
          "of",
          "scale",
          "a * b",
          "cost_per_hour",
          "Ελληνικά",
          "retry",
          "idempotent",
          "team’s",
          "`code`",
          "**bold**",
          "C:\\tmp",
          "50 %",
          "why?");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM dd, uuuu - EEEE", Locale.ENGLISH);

  private final Random random;

  private LogGenerator(long seed) {
    this.random = new Random(seed);
  }

  /** A log with this number of sessions, each with this number of ideas. */
  public static String log(int sessions, int ideas, long seed) {
    LogGenerator generator = new LogGenerator(seed);
    StringBuilder log = new StringBuilder("# Generated log\n\n**Note:** seed " + seed + "\n\n");
    for (int i = 1; i <= sessions; i++) {
      generator.session(log, i, ideas);
    }
    return log.toString();
  }

  private void session(StringBuilder log, int number, int ideas) {
    LocalDate date = LocalDate.of(2020, 1, 1).plusDays(number);
    log.append("### Session : ").append(number).append("\n\n**Date**: ").append(DATE.format(date));
    log.append("\n\n**Title**: Session ").append(number).append(" on ").append(words(3));
    log.append("\n\n**Participants**: Ann, Björn, & Chloé\n\n**Summary**:\n");
    int depth = -1;
    for (int i = 0; i < ideas; i++) {
      if (i % 8 == 0) {
        log.append(i == 0 ? "" : "\n").append("**Topic ").append(i / 8 + 1).append("**:\n");
        depth = -1;
      } else if (i % 8 == 4) {
        log.append("\n***Part ").append(i).append("***:\n");
        depth = -1;
      }
      depth = Math.min(random.nextInt(4), depth + 1);
      log.append("  ".repeat(depth))
          .append("- ")
          .append("Idea ")
          .append(i)
          .append(' ')
          .append(words(6));
      if (random.nextInt(5) == 0) {
        log.append(" [link](https://example.org/").append(random.nextInt(1000)).append(')');
      }
      log.append('\n');
    }
    log.append("\n\nRef Links :\n\n  * [Ref ")
        .append(number)
        .append("](https://example.org/ref)\n\n\n\n");
  }

  private String words(int most) {
    StringBuilder words = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
    for (int i = random.nextInt(most); i > 0; i--) {
      words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }
}

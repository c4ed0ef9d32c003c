package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Mojibake;
import microstorm.report.log.markup.Quotation;

/** Warns about characters that were damaged before the import. */
final class TextChecks {

  private TextChecks() {}

  static void warn(List<LogLine> lines, Warnings warnings) {
    for (LogLine line : lines) {
      String repaired = Mojibake.repair(line.text);
      if (!repaired.equals(line.text)) {
        warnings.add(line.number, "mojibake", mojibake(line.text, repaired));
      }
      if (line.text.indexOf('\uFFFD') >= 0) {
        warnings.add(
            line.number,
            "replacement-character",
            "A character on this line was lost before the import: U+FFFD stands in its place.");
      }
    }
  }

  /** Quotes the word around the first difference, before and after the repair. */
  private static String mojibake(String text, String repaired) {
    int at = 0;
    while (at < repaired.length() && text.charAt(at) == repaired.charAt(at)) {
      at++;
    }
    int from = at;
    while (from > 0
        && at - from < Quotation.MAX / 2
        && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return String.format(
        "This looks like UTF-8 that was read as windows-1252: %s. With repair=true it becomes %s.",
        Quotation.of(word(text, from, at)), Quotation.of(word(repaired, from, at)));
  }

  private static String word(String text, int from, int at) {
    int to = at;
    while (to < text.length()
        && to - at < Quotation.MAX / 2
        && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }
}

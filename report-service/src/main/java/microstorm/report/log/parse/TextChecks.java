package microstorm.report.log.parse;

import java.util.List;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Mojibake;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.WarningValues;

/** Warns about characters that were damaged before the import. */
final class TextChecks {

  private TextChecks() {}

  static void warn(List<LogLine> lines, Warnings warnings) {
    for (LogLine line : lines) {
      String repaired = Mojibake.repair(line.text);
      if (!repaired.equals(line.text)) {
        mojibake(line, repaired, warnings);
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
  private static void mojibake(LogLine line, String repaired, Warnings warnings) {
    String text = line.text;
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
    String before = word(text, from, at);
    String after = word(repaired, from, at);
    warnings.add(
        line.number,
        "mojibake",
        String.format(
            "This looks like UTF-8 that was read as windows-1252: %s. Repaired, it becomes %s.",
            Quotation.of(before), Quotation.of(after)),
        WarningValues.ofRepair(Quotation.shorten(before), Quotation.shorten(after)));
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

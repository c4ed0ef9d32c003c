package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import microstorm.report.log.link.FoundLink;
import microstorm.report.log.link.LinkFault;
import microstorm.report.log.link.LinkFinder;
import microstorm.report.log.markup.MarkdownLinks;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.WarningValues;
import org.jspecify.annotations.Nullable;

/** Collects warnings up to a limit and counts the rest. */
final class Warnings {
  private final int limit;
  private final List<LogWarning> kept = new ArrayList<>();
  private int more;

  Warnings(int limit) {
    this.limit = limit;
  }

  void add(int line, String code, String message) {
    add(line, code, message, null);
  }

  void add(int line, String code, String message, @Nullable WarningValues values) {
    if (kept.size() < limit) {
      kept.add(new LogWarning(line, code, message, values));
    } else {
      more++;
    }
  }

  /**
   * Adds warnings about the malformed links of an entry.
   *
   * @param line the first line of the text
   */
  void addLinks(String text, int line) {
    for (String words : MarkdownLinks.withoutTarget(text)) {
      add(
          line,
          "link-without-target",
          "The link " + Quotation.of(words) + " has no target.",
          WarningValues.ofText(Quotation.shorten(words)));
    }
    for (FoundLink link : LinkFinder.in(text)) {
      if (link.fault() != null && link.fault() != LinkFault.NO_ADDRESS) {
        add(
            line + link.line(),
            "link-malformed",
            "The link " + Quotation.of(link.address()) + " " + link.fault().sentence() + ".",
            WarningValues.ofLink(Quotation.shorten(link.address()), link.fault().code()));
      }
    }
  }

  List<LogWarning> byLine() {
    return kept.stream().sorted(Comparator.comparingInt(LogWarning::line)).toList();
  }

  int more() {
    return more;
  }
}

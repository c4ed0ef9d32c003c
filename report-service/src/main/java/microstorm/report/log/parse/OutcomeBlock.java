package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.outcome.OutcomeLines;
import microstorm.report.log.outcome.OutcomeParser;

/** Reads the list at the end of a session that describes its outcome. */
final class OutcomeBlock {
  private static final String[] BULLETS = {"- ", "  - "};

  private OutcomeBlock() {}

  static boolean begins(LogLine line) {
    return line.text.strip().equals(OutcomeLines.LABEL);
  }

  /**
   * Reads the outcome from the label at this line to the end of the session.
   *
   * @return whether all lines are one; otherwise nothing was read
   */
  static boolean read(SessionDraft draft, List<LogLine> lines, int label, int to) {
    List<String> texts = new ArrayList<>();
    List<LayoutLine> layout = new ArrayList<>();
    layout.add(new LayoutLine(LineKind.OUTCOME, null, List.of(lines.get(label).raw())));
    for (LogLine line : lines.subList(label + 1, to)) {
      if (line.blank()) {
        layout.add(LayoutLine.blank(line.raw()));
        continue;
      }
      int nested = line.text.startsWith(BULLETS[0]) ? 0 : line.text.startsWith(BULLETS[1]) ? 1 : -1;
      if (nested < 0) {
        return false;
      }
      int from = Math.min(BULLETS[nested].length(), line.stop);
      texts.add(" ".repeat(2 * nested) + line.text.substring(from, line.stop));
      layout.add(LineTemplate.of(line, from, line.stop).line(LineKind.OUTCOME, null));
    }
    SessionOutcome outcome =
        OutcomeParser.read(texts, draft.entries.topics(), draft.entries.ideas());
    if (outcome == null) {
      return false;
    }
    draft.outcome(outcome, lines.get(label).number);
    layout.forEach(draft::literal);
    return true;
  }
}

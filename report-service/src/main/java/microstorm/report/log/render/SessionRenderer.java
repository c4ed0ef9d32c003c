package microstorm.report.log.render;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.TopicRank;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.outcome.LogForm;
import microstorm.report.log.outcome.OutcomeLines;

/**
 * Writes one session. The outline determines the entries and their order, and the layout determines
 * their form.
 */
final class SessionRenderer {
  private final List<LayoutLine> lines;
  private final List<Outline.Entry> entries;
  private final Map<UUID, Integer> kept;
  private final LogWriter out;
  private final SessionOutcome outcome;
  private final boolean held;
  private final String end;
  private final FieldRenderer fields;
  private final EntryRenderer entryRenderer;
  private int next;

  /** Whether the line above in the text is not the one above in the layout. */
  private boolean displaced;

  private boolean entryWritten;

  SessionRenderer(LogWriter out, RenderedSession session) {
    SessionContent content = LogForm.of(session.content());
    this.out = out;
    this.outcome = content.outcome();
    this.held = session.layout() == null;
    this.lines =
        session.layout() == null ? DefaultFormat.session(content) : session.layout().lines();
    this.entries = Outline.of(content);
    this.kept = StableOrder.of(entries, lines);
    String end = lineEnd(lines);
    this.end = end;
    this.fields = new FieldRenderer(out, content, lines, end, outcomeLines());
    this.entryRenderer = new EntryRenderer(out, level(lines), Outline.topicDepth(entries), end);
  }

  void write() throws IOException {
    for (Outline.Entry entry : entries) {
      Integer place = kept.get(entry.id());
      if (place == null) {
        writeFieldsFirst();
        entryRenderer.add(entry);
        displaced = true;
      } else {
        writeUpTo(place);
        entryRenderer.place(entry, lines.get(place), displaced);
        displaced = false;
        next = place + 1;
        afterLine(place);
      }
      entryWritten = true;
    }
    writeUpTo(lines.size());
    if (held && outcome != null) {
      writeOutcome();
    }
  }

  private void writeOutcome() throws IOException {
    List<String> outcomeLines = outcomeLines();
    if (!outcomeLines.isEmpty()) {
      out.blankLine(end);
      out.write(OutcomeLines.LABEL + end);
    }
    for (String line : outcomeLines) {
      out.write(OutcomeLines.bullet(line) + end);
    }
  }

  private List<String> outcomeLines() {
    return OutcomeLines.of(
        outcome,
        entries.stream().map(Outline.Entry::topic).filter(Objects::nonNull).toList(),
        entries.stream().map(Outline.Entry::idea).filter(Objects::nonNull).toList());
  }

  /** Writes the fields before the first entry, if that entry is new. */
  private void writeFieldsFirst() throws IOException {
    if (entryWritten) {
      return;
    }
    int firstKept = kept.values().stream().mapToInt(Integer::intValue).min().orElse(lines.size());
    int behind = 0;
    for (int i = 0; i < firstKept; i++) {
      behind = lines.get(i).kind().field() ? i + 1 : behind;
    }
    writeUpTo(behind);
  }

  private void writeUpTo(int end) throws IOException {
    for (; next < end; next++) {
      LayoutLine line = lines.get(next);
      if (line.ref() == null) {
        fields.write(entryRenderer.outdented(line));
        if (line.kind() != LineKind.BLANK) {
          entryRenderer.section();
        }
      }
      displaced = line.ref() != null;
      afterLine(next);
    }
  }

  private void afterLine(int index) throws IOException {
    fields.afterLine(index, index + 1 < lines.size() ? lines.get(index + 1) : null);
  }

  private static int level(List<LayoutLine> lines) {
    return lines.stream()
        .filter(line -> line.kind() == LineKind.HEADING)
        .findFirst()
        .map(
            line ->
                line.date() == null
                    ? TopicRank.levelOf(line.first())
                    : Integer.parseInt(line.date()))
        .orElse(TopicRank.DEFAULT_LEVEL);
  }

  private static String lineEnd(List<LayoutLine> lines) {
    for (LayoutLine line : lines) {
      for (String literal : line.literals()) {
        int at = Math.max(literal.indexOf('\r'), literal.indexOf('\n'));
        if (at >= 0) {
          return literal.contains("\r\n") ? "\r\n" : literal.substring(at, at + 1);
        }
      }
    }
    return "\n";
  }
}

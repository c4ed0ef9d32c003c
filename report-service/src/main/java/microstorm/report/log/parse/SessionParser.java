package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LineTemplate;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.markup.TopicRank;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.parse.TextBlock.Shape;

/** Reads the lines of one session. Unknown text becomes a note, so that nothing is lost. */
final class SessionParser {
  private final SessionDraft draft;
  private final SessionFields fields;
  private final List<LogLine> blanks = new ArrayList<>();
  private TextBlock open;

  SessionParser(SessionDraft draft) {
    this.draft = draft;
    this.fields = new SessionFields(draft);
  }

  /**
   * Reads the lines from the heading to the one before {@code to}; they contain no other session.
   */
  void parse(List<LogLine> lines, Regions regions, int from, int to) {
    fields.heading(
        SessionHeading.of(lines.get(from)), FieldLine.firstTitle(lines, regions, from + 1, to));
    for (int i = from + 1; i < to; i++) {
      LogLine line = lines.get(i);
      int end = Math.min(regions.endOf(i), to - 1);
      if (line.blank()) {
        blanks.add(line);
      } else if (end > i) {
        region(lines, i, end);
        i = end;
      } else {
        line(line);
      }
    }
    close();
  }

  private void region(List<LogLine> lines, int from, int to) {
    LogLine first = lines.get(from);
    int bullet = Markup.bullet(first);
    if (bullet >= 0) {
      begin(new TextBlock(Shape.BULLET, null, first, bullet));
    } else if (continuesIndented(first)) {
      takeBlanks();
      open.appendVerbatim(first);
    } else {
      begin(new TextBlock(Shape.REGION, null, first, first.start));
    }
    lines.subList(from + 1, to + 1).forEach(open::appendVerbatim);
  }

  private void line(LogLine line) {
    if (continuesIndented(line) && Markup.bullet(line) < 0) {
      takeBlanks();
      open.append(line);
    } else if (!heading(line) && !bullet(line) && !section(line)) {
      words(line);
    }
  }

  /** An indented line belongs to the bullet or field above it, also after blank lines. */
  private boolean continuesIndented(LogLine line) {
    return line.indent > 0
        && open != null
        && (open.shape == Shape.BULLET || open.shape == Shape.FIELD);
  }

  private boolean heading(LogLine line) {
    Markup.Heading heading = line.first() == '#' ? Markup.heading(line) : null;
    if (heading == null) {
      return false;
    }
    Markup.Label label = Markup.label(line, heading.start());
    boolean bold = label != null && label.rest() >= heading.end();
    int start = bold ? label.start() : heading.start();
    int end = bold ? label.end() : Markup.withoutColon(line.text, heading.start(), heading.end());
    String title = line.text.substring(start, end);
    if (title.isEmpty() || heading.level() <= draft.level && !Markup.referenceTitle(title)) {
      unknownSection(line, title);
    } else {
      topic(line, start, end);
    }
    return true;
  }

  private boolean bullet(LogLine line) {
    int content = Markup.bullet(line);
    if (content < 0) {
      return false;
    }
    FieldLine field = draft.begun() || openBullet() ? null : FieldLine.of(line, content);
    if (field == null || draft.has(field.kind())) {
      begin(new TextBlock(Shape.BULLET, null, line, content));
    } else {
      field(line, field);
    }
    return true;
  }

  private boolean openBullet() {
    return open != null && open.shape == Shape.BULLET;
  }

  /** Reads a field, or a topic that is not a heading. */
  private boolean section(LogLine line) {
    FieldLine field = FieldLine.of(line, line.start);
    boolean plainTooLate = field != null && !field.bold() && (draft.begun() || openBullet());
    if (field != null && !plainTooLate && !draft.has(field.kind())) {
      field(line, field);
      return true;
    }
    Markup.Label label = Markup.label(line, line.start);
    if (label != null && label.rest() == line.stop) {
      topic(line, label.start(), label.end());
    } else if (label != null && label.colon()) {
      unknownSection(line, line.text.substring(label.start(), label.end()));
    } else {
      int end = Markup.withoutColon(line.text, line.start, line.stop);
      if (!Markup.referenceTitle(line.text.substring(line.start, end))) {
        return false;
      }
      topic(line, line.start, end);
    }
    return true;
  }

  private void topic(LogLine line, int start, int end) {
    close();
    String mark = line.text.substring(0, start);
    draft.topic(
        LineTemplate.of(line, Escape.titleStart(line.text, start, end), end),
        TopicRank.of(mark, draft.level),
        line.number);
  }

  private void field(LogLine line, FieldLine field) {
    close();
    draft.closeList();
    if (field.hasLines() && field.value() < line.stop) {
      open = new TextBlock(Shape.FIELD, field.kind(), line, field.value());
      draft.empty(field.kind());
    } else {
      fields.read(line, field);
    }
  }

  private void unknownSection(LogLine line, String title) {
    close();
    String shown = title.isEmpty() ? "without a title" : Warnings.quote(title);
    draft.warnings.add(
        line.number,
        "unknown-section",
        "The section " + shown + " is unknown; it was kept as a note.");
    draft.addParagraph(LineTemplate.of(line, line.start, line.stop), IdeaKind.NOTE, line.number);
  }

  /** Reads a line without structural mark-up. */
  private void words(LogLine line) {
    Shape shape = Shape.of(line);
    boolean same = open != null && blanks.isEmpty() && shape.continues(open.shape);
    if (!same) {
      begin(new TextBlock(shape, null, line, afterMark(line, shape)));
    } else {
      open.append(line, afterMark(line, shape));
    }
    if (Markup.thematicBreak(line)) {
      close();
    }
  }

  private static int afterMark(LogLine line, Shape shape) {
    return shape == Shape.MARKED_QUOTE
        ? LogLine.skipSpace(line.text, line.start + 1, line.stop)
        : line.start;
  }

  private void begin(TextBlock block) {
    close();
    open = block;
  }

  private void takeBlanks() {
    blanks.forEach(open::appendVerbatim);
    blanks.clear();
  }

  /** Completes the open block; the blank lines after it are layout. */
  private void close() {
    if (open != null) {
      fields.complete(open);
      open = null;
    }
    if (!blanks.isEmpty()) {
      StringBuilder white = new StringBuilder();
      blanks.forEach(blank -> white.append(blank.raw()));
      draft.literal(LayoutLine.blank(white.toString()));
      blanks.clear();
    }
  }
}

package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.parse.TextBlock.Shape;

/**
 * The block to which the next line may belong, and the blank lines after it. They are part of the
 * block if a line continues it, and layout otherwise.
 */
final class OpenBlock {
  private final SessionDraft draft;
  private final SessionFields fields;
  private final List<LogLine> blanks = new ArrayList<>();
  private TextBlock block;

  OpenBlock(SessionDraft draft, SessionFields fields) {
    this.draft = draft;
    this.fields = fields;
  }

  boolean isBullet() {
    return block != null && block.shape == Shape.BULLET;
  }

  /** Whether this line belongs to the bullet or field above it, also after blank lines. */
  boolean continuesIndented(LogLine line) {
    return line.indent > 0
        && block != null
        && (block.shape == Shape.BULLET || block.shape == Shape.FIELD);
  }

  /** Whether the next line of this shape belongs to the block directly above it. */
  boolean isContinuedBy(Shape shape) {
    return block != null
        && blanks.isEmpty()
        && shape.continues(block.shape)
        && (block.shape != Shape.BULLET || block.endsWithText());
  }

  void blank(LogLine line) {
    blanks.add(line);
  }

  /** Completes the block and begins another one. */
  void begin(TextBlock next) {
    close();
    block = next;
  }

  void append(LogLine line, int from) {
    takeBlanks();
    block.append(line, from);
  }

  void appendVerbatim(List<LogLine> lines) {
    takeBlanks();
    lines.forEach(block::appendVerbatim);
  }

  private void takeBlanks() {
    blanks.forEach(block::appendVerbatim);
    blanks.clear();
  }

  /** Completes the block; the blank lines after it are layout. */
  void close() {
    if (block != null) {
      fields.complete(block);
      block = null;
    }
    if (!blanks.isEmpty()) {
      StringBuilder white = new StringBuilder();
      blanks.forEach(blank -> white.append(blank.raw()));
      draft.literal(LayoutLine.blank(white.toString()));
      blanks.clear();
    }
  }

  /**
   * Whether this line is a title without mark-up: it ends with a colon, stands apart from the text
   * above, and a list follows.
   */
  boolean isSectionTitle(List<LogLine> lines, int i, int to) {
    LogLine line = lines.get(i);
    if (!Markup.isSectionTitle(line)
        || Shape.of(line) != Shape.PARAGRAPH
        || isContinuedBy(Shape.PARAGRAPH)) {
      return false;
    }
    int next = i + 1;
    while (next < to && lines.get(next).blank()) {
      next++;
    }
    return next < to && Markup.bullet(lines.get(next)) >= 0 && lines.get(next).indent < 4;
  }

  /** Reads the lines of fenced code or of a comment. */
  void region(List<LogLine> lines, int from, int to) {
    LogLine first = lines.get(from);
    int bullet = Markup.bullet(first);
    int next = from + 1;
    if (bullet >= 0) {
      begin(new TextBlock(Shape.BULLET, null, first, bullet));
    } else if (continuesIndented(first)) {
      next = from;
    } else {
      begin(new TextBlock(Shape.REGION, null, first, first.start));
    }
    appendVerbatim(lines.subList(next, to + 1));
  }
}
